import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { forkCore } from "../../electron/core/testing/forked-core.ts";
import type { CashierState } from "../../shared/contract/till-state.ts";
import { enrolledTill, type TillWanted } from "./enrol.ts";
import { syncNow } from "./line-faults.ts";
import { anyTill, type Injection, lasting, type Scene } from "./scene.ts";
import { Seller } from "./seller.ts";
import type { TillUnderTest } from "./till-under-test.ts";

const BACKLOG_MAIN = fileURLToPath(new URL("./backlog-main.ts", import.meta.url));
const run = promisify(execFile);
const SENT_LIMIT_MS = 60_000;
const FORK_LIMIT_MS = 30_000;
const SHORT_LIFE_MS = 4_000;

/** A till that was away from its centre for so many sales, and then finds it. */
export async function comeBackWith(till: TillUnderTest, sales: number): Promise<void> {
  await till.line.turnOff();
  await till.away("SHUTDOWN", async () => {
    const args = ["--folder", till.folder, "--sales", String(sales)];
    const child = spawn(process.execPath, [...till.clock.execArgv, BACKLOG_MAIN, ...args], {
      env: till.clock.env,
      stdio: ["ignore", "ignore", "inherit"],
    });
    const [code] = await once(child, "exit");
    if (code !== 0) throw new Error(`the backlog's sales ended with ${String(code)}`);
  });
  await till.line.turnOn();
  await till.running();
}

/** The centre's whole folder, database and keys, is copied, and put back when more has come. */
export const restoreCentre: Injection = async (scene) => {
  const { centre, home, tally } = scene;
  const data = path.join(centre.data, "centre");
  const backup = path.join(home, "centre-backup");
  await centre.stop();
  await copyFolder(data, backup);
  await centre.start();
  await pause(lasting(scene, 8_000, 20_000));
  await centre.stop();
  await rm(data, { recursive: true });
  await copyFolder(backup, data);
  await rm(backup, { recursive: true });
  await centre.start();
  tally.add("centre_restored");
};

/** With owners and rights: the database belongs to another user. */
async function copyFolder(from: string, to: string): Promise<void> {
  await run("cp", ["-a", from, to]);
}

/** A till's folder is copied and the copy started after the till itself went on: the copy is found. */
export const cloneTill: Injection = async (scene) => {
  const till = anyTill(scene);
  const copy = path.join(scene.home, `clone-of-${till.code}`);
  await till.away("SHUTDOWN", () => copyFolder(till.folder, copy));
  await pause(SHORT_LIFE_MS);
  if (!(await isSent(till))) return;
  const clone = await forkCore(copy, { env: till.clock.env, execArgv: till.clock.execArgv });
  const found = await new Promise<boolean>((resolve) => {
    const late = setTimeout(() => resolve(false), FORK_LIMIT_MS);
    const look = ({ sync }: CashierState): void => {
      if (sync.failureCode !== "FORK") return;
      clearTimeout(late);
      resolve(true);
    };
    clone.cashier.state.watch.subscribe(undefined, { onData: look, onError: () => undefined });
  });
  await clone.kill();
  await rm(copy, { recursive: true });
  if (!found) throw new Error(`the copy of till ${till.code} was not found out`);
  scene.tally.add("till_cloned");
};

/** A till whose file is lost with nothing unsent in it is enrolled anew; gives the old and the new one's sellers. */
export async function reinstall(
  scene: Scene,
  wanted: TillWanted,
  newCode: string,
): Promise<readonly Seller[]> {
  const lost = await sellFor(scene, wanted);
  const fresh = await sellFor(scene, { ...wanted, code: newCode });
  scene.tally.add("reinstall");
  return [lost, fresh];
}

async function sellFor(scene: Scene, wanted: TillWanted): Promise<Seller> {
  const till = await enrolledTill(scene.centre, wanted);
  const seller = new Seller(till, { random: scene.random, gapMs: 50 });
  const selling = seller.run();
  await pause(SHORT_LIFE_MS);
  seller.stop();
  await selling;
  await isSent(till);
  return seller;
}

/** Waits until everything of a till is at the centre; false when it takes too long. */
export async function isSent(till: TillUnderTest, limitMs = SENT_LIMIT_MS): Promise<boolean> {
  const until = performance.now() + limitMs;
  while (performance.now() < until) {
    await syncNow(till);
    await pause(500);
    const { sync } = (await till.running()).state();
    if (sync.state === "ONLINE" && sync.unsent === 0) return true;
  }
  return false;
}
