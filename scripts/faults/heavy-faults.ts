import { execFile } from "node:child_process";
import { readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import Sqlite from "better-sqlite3";
import { readBackupHeader } from "../../electron/core/backup/backup-file.ts";
import { keptBackups } from "../../electron/core/backup/retention.ts";
import { oldChainPath } from "../../electron/core/resume/old-chain.ts";
import { forkCore } from "../../electron/core/testing/forked-core.ts";
import { newId } from "../../electron/core/testing/test-core.ts";
import type { CashierState } from "../../shared/contract/till-state.ts";
import {
  closeShift,
  endDay,
  goOn,
  isSent,
  isSentSoFar,
  logIn,
  newcomer,
  sellFor,
  sellOn,
} from "./newcomer.ts";
import { anyTill, type Injection, lasting, type Scene } from "./scene.ts";

const run = promisify(execFile);
const DOCTOR = fileURLToPath(new URL("../doctor/main.ts", import.meta.url));
const BACKUP_LIMIT_MS = 30_000;
const FORK_LIMIT_MS = 120_000;
const SHORT_LIFE_MS = 4_000;
const OLD_LIFE_MS = 6_000;

/** The centre's whole folder, database and keys, is copied, and put back when more has come. */
async function restoreCentre(scene: Scene): Promise<void> {
  const { centre, home, tally } = scene;
  const data = path.join(centre.data, "centre");
  const backup = path.join(home, "centre-backup");
  await centre.alone(async () => {
    await centre.stop();
    await copyFolder(data, backup);
    await centre.start();
    await pause(lasting(scene, 8_000, 20_000));
    await centre.stop();
    await rm(data, { recursive: true });
    await copyFolder(backup, data);
    await rm(backup, { recursive: true });
    await centre.start();
  });
  tally.add("centre_restored");
}

/** With owners and rights: the database belongs to another user. */
async function copyFolder(from: string, to: string): Promise<void> {
  await run("cp", ["-a", from, to]);
}

/** A till's folder is copied and the copy started after the till itself went on: the copy is found. */
async function cloneTill(scene: Scene): Promise<void> {
  const till = anyTill(scene);
  const copy = path.join(scene.tillHome, `clone-of-${till.code}`);
  await till.away("SHUTDOWN", () => copyFolder(till.folder, copy));
  await pause(SHORT_LIFE_MS);
  if (await isSentSoFar(till)) {
    const { env, execArgv } = till.clock;
    const clone = await forkCore(copy, { env, execArgv, entry: scene.entry });
    const found = await isFoundOut(clone.cashier.state);
    await clone.kill();
    if (!found) throw new Error(`the copy of till ${till.code} was not found out`);
    scene.tally.add("till_cloned");
  }
  await rm(copy, { recursive: true });
}

type Watched = {
  readonly watch: {
    subscribe: (
      input: undefined,
      on: { onData: (state: CashierState) => void; onError: () => void },
    ) => unknown;
  };
};

/** Whether a till learns in time that its file is not the one the centre knows. */
function isFoundOut({ watch }: Watched): Promise<boolean> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(false), FORK_LIMIT_MS);
    const onData = ({ sync }: CashierState): void => {
      if (sync.failureCode !== "FORK") return;
      clearTimeout(late);
      resolve(true);
    };
    watch.subscribe(undefined, { onData, onError: () => undefined });
  });
}

/** A till whose file is lost with nothing unsent in it: another is enrolled for it. */
async function reinstall(scene: Scene): Promise<void> {
  const { till } = await newcomer(scene);
  if (!(await isSent(till))) return;
  await newcomer(scene);
  scene.tally.add("reinstall");
}

/** A till's folder is put back from an older copy: found out at its first contact, it goes on as a new till. */
async function restoreTill(scene: Scene): Promise<void> {
  const { till, seller, subject } = await newcomer(scene);
  const copy = `${till.folder}-older`;
  const ahead = `${till.folder}-ahead`;
  if (!(await endDay(till))) return;
  await till.away("SHUTDOWN", () => copyFolder(till.folder, copy));
  await sellFor(seller);
  if (!(await endDay(till))) return;
  await till.away("SHUTDOWN", async () => {
    await rename(till.folder, ahead);
    await rename(copy, till.folder);
    subject.file = path.join(ahead, "till.db");
  });
  const { core } = await till.running();
  if (!(await isFoundOut(core.cashier.state))) {
    throw new Error(`the older copy of till ${till.code} was not found out`);
  }
  await goOn(scene, till);
  await sellOn(scene, till);
  scene.tally.add("till_restored");
}

/**
 * A till that was cut off sells on, its last sealed backup is of its shift's end, and its file is lost:
 * restored, it sends what only the backup holds on the old chain, and goes on as a new till.
 */
async function reinstallUnsent(scene: Scene): Promise<void> {
  const { till, seller, subject } = await newcomer(scene);
  if (!(await isSent(till))) return;
  await till.line.turnOff();
  await sellFor(seller);
  await closeShift(till);
  const { state } = await till.running();
  if (state().sync.unsent === 0) throw new Error(`till ${till.code} has nothing unsent`);
  const lost = `${till.folder}-lost.db`;
  const tillId = journalOf(till.folder).tillId;
  const isKept = await isBackedUp(till.folder);
  await till.away("SHUTDOWN", async () => {
    if (!isKept) return;
    await rename(path.join(till.folder, "till.db"), lost);
    for (const end of ["-wal", "-shm"]) {
      await rm(path.join(till.folder, `till.db${end}`), { force: true });
    }
    await run(process.execPath, [DOCTOR, till.folder, "--restore"]);
  });
  await till.line.turnOn();
  if (!isKept) return;
  await goOn(scene, till);
  subject.file = oldChainPath(path.join(till.folder, "till.db"), tillId);
  await sellOn(scene, till);
  scene.tally.add("reinstall_unsent");
}

/** Waits until the newest backup holds the whole journal. */
async function isBackedUp(folder: string): Promise<boolean> {
  const until = performance.now() + BACKUP_LIMIT_MS;
  const { head } = journalOf(folder);
  while (performance.now() < until) {
    const [newest] = keptBackups(await readdir(path.join(folder, "backups")).catch(() => []));
    if (newest !== undefined) {
      const { seq } = readBackupHeader(path.join(folder, "backups", newest.name));
      if (seq === head) return true;
    }
    await pause(200);
  }
  return false;
}

function journalOf(folder: string): { readonly tillId: string; readonly head: number } {
  const db = new Sqlite(path.join(folder, "till.db"), { readonly: true });
  try {
    const sql = "SELECT till_id AS tillId, (SELECT max(seq) FROM journal) AS head FROM till";
    return db.prepare(sql).get() as { tillId: string; head: number };
  } finally {
    db.close();
  }
}

/** A till's program of the protocol before talks to the centre for a while. */
async function oldClient(scene: Scene): Promise<void> {
  const till = anyTill(scene);
  await till.away("SHUTDOWN", () => {
    till.entry = scene.oldEntry;
  });
  const { line } = till;
  const before = { reports: line.asked("till.report"), pushes: line.asked("till.push") };
  await pause(OLD_LIFE_MS);
  const sent = await isSentSoFar(till);
  const spokeOld = line.asked("till.report") === before.reports;
  await till.away("SHUTDOWN", () => {
    till.entry = scene.entry;
  });
  if (!spokeOld) throw new Error("a till of the protocol before asks what only this one has");
  if (sent && line.asked("till.push") > before.pushes) scene.tally.add("old_client_schema");
}

/** A till cut off from the centre changes its key, twice, and sells on; then all of it is sent. */
async function rotateKey(scene: Scene): Promise<void> {
  const { till, seller } = await newcomer(scene);
  await till.line.turnOff();
  for (let time = 0; time < 2; time += 1) {
    await logIn(till);
    const { core } = await till.running();
    await core.cashier.setting.changeKey.mutate({ commandId: newId(), approvalId: null });
    await sellFor(seller);
  }
  await till.line.turnOn();
  if (await isSent(till)) scene.tally.add("key_rotation");
}

/** Faults of which one in a run is enough, in the order they come. */
export const HEAVY_FAULTS: readonly Injection[] = [
  { fault: "reinstall", inject: reinstall },
  { fault: "till_cloned", inject: cloneTill },
  { fault: "old_client_schema", inject: oldClient },
  { fault: "key_rotation", inject: rotateKey },
  { fault: "till_restored", inject: restoreTill },
  { fault: "reinstall_unsent", inject: reinstallUnsent },
  { fault: "centre_restored", inject: restoreCentre },
];
