import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import Sqlite from "better-sqlite3";
import { SHOP } from "../../central/server/testing/shop.ts";
import {
  type NetworkPrinter,
  startNetworkPrinter,
} from "../../electron/core/printing/testing/network-printer.ts";
import { networkPrinterAt } from "../../electron/core/testing/sample-printer.ts";
import { buildCore, productEntries } from "../build/core.ts";
import { atEnd } from "./at-end.ts";
import { CENTRE_FAULTS, PRINTER_FAULTS } from "./centre-faults.ts";
import { CentreUnderTest } from "./centre-under-test.ts";
import { RunTime } from "./clock-file.ts";
import { comeBackWith } from "./come-back.ts";
import { enrolledTill } from "./enrol.ts";
import { HEAVY_FAULTS } from "./heavy-faults.ts";
import { judge, type Verdict } from "./judge.ts";
import { LINE_FAULTS } from "./line-faults.ts";
import { isSent } from "./newcomer.ts";
import { buildOldCore } from "./old-core.ts";
import { bringHeavy, keepInjecting } from "./schedule.ts";
import { type Injection, type Scene, Tally } from "./scene.ts";
import { seeded } from "./seeded.ts";
import { Seller } from "./seller.ts";
import { TILL_FAULTS } from "./till-faults.ts";
import type { TillUnderTest } from "./till-under-test.ts";

export type RunOptions = {
  readonly seed: number;
  readonly minutes: number;
  /** sales of the till that comes back with a backlog; 0: there is none */
  readonly backlog: number;
  /** the faults to inject; empty: all */
  readonly only: readonly string[];
  readonly say: (text: string) => void;
  /** called as soon as there are counts: they go on being counted */
  readonly onTally: (tally: Tally) => void;
};

export type Outcome = Verdict & {
  /** sales that cashiers made, the backlog's apart */
  readonly sold: number;
  readonly stuck: number;
  /** tills that ended without being told to; they started again */
  readonly died: number;
};

const TILLS = 4;
const WHOLE_BACKLOG = 100_000;
const ROOT = path.join(import.meta.dirname, "..", "..");
const MINUTE_MS = 60_000;
/** A killed process leaves there what it would leave on a disk, and tills need not wait for one. */
const MEMORY = "/dev/shm";
const MARK_EVERY_MS = 5_000;
/** Between two sales of one till, at least: it leaves the machine time for the rest. */
const SALE_GAP_MS = 70;
const REST_LIMIT_MS = 3 * MINUTE_MS;
/** No sale for so long: the run stands still. */
const STALL_MS = 2 * MINUTE_MS;

/** Plays tills and a centre through a seeded run of faults, lets them come to rest, and judges them. */
export async function runFaults(options: RunOptions): Promise<Outcome> {
  const { say, minutes, seed } = options;
  const scene = await setUp(options);
  options.onTally(scene.tally);
  const sellers = scene.tills.map((till, index) => {
    return new Seller(till, { random: seeded(seed * 31 + index), gapMs: SALE_GAP_MS });
  });
  for (const seller of sellers) addSubject(scene, seller);
  const endsAt = performance.now() + minutes * MINUTE_MS;
  const selling = sellers.map((seller) => seller.run());
  const watched = watch(scene, { endsAt, sellers, say });
  await Promise.race([watched.stalled, inject(scene, options, endsAt)]);
  for (const seller of sellers) seller.stop();
  await Promise.race([watched.stalled, Promise.all(selling)]);
  watched.end();
  say("at rest, once everything is sent …");
  const tills = [...scene.tills, ...scene.more];
  const stuck = await rest(tills, say);
  say("judging …");
  const verdict = await judge(scene);
  const deaths = tills.flatMap((till) => till.deaths.map((words) => `${till.code} died: ${words}`));
  for (const words of deaths) say(words);
  sayRefusals(sellers, say);
  const sold = scene.subjects.reduce((all, { seller }) => all + (seller?.sales ?? 0), 0);
  await scene.centre.stop();
  return { ...verdict, sold, stuck, died: deaths.length };
}

/** All the faults side by side, each lane in an order of its own. */
async function inject(scene: Scene, options: RunOptions, endsAt: number): Promise<void> {
  const { seed, only } = options;
  const wanted = (lane: readonly Injection[]): readonly Injection[] =>
    only.length === 0 ? lane : lane.filter(({ fault }) => only.includes(fault));
  const lanes = [...inTwo(LINE_FAULTS), ...inTwo(TILL_FAULTS), CENTRE_FAULTS, PRINTER_FAULTS];
  await Promise.all([
    ...lanes.map((lane, index) => {
      return keepInjecting(scene, wanted(lane), { endsAt, seed: seed + index });
    }),
    bringHeavy(scene, wanted(HEAVY_FAULTS), { endsAt }),
    only.length === 0 || only.includes("backlog_100000") ? bringBacklog(scene, options) : null,
  ]);
}

/** What happens to one till of several need not wait for what happens to another. */
function inTwo(faults: readonly Injection[]): (readonly Injection[])[] {
  const half = Math.floor(faults.length / 2);
  return [faults.slice(0, half), faults.slice(half)];
}

async function setUp({ seed, say }: RunOptions): Promise<Scene> {
  const home = newFolder(tmpdir());
  chmodSync(home, 0o711);
  const tillHome = newFolder(existsSync(MEMORY) ? MEMORY : tmpdir());
  const outDir = path.join(ROOT, "out", "faults");
  const oldOutDir = path.join(ROOT, "out", "faults-old");
  await buildCore({ root: ROOT, outDir, entries: productEntries(ROOT) });
  await buildOldCore(ROOT, oldOutDir);
  const entry = pathToFileURL(path.join(outDir, "core.cjs"));
  const time = new RunTime();
  const centre = await startCentre(home, time);
  const tills: TillUnderTest[] = [];
  let code = 0;
  const freeCode = (): string => String((code += 1)).padStart(2, "0");
  const wanted = { home: tillHome, time, entry, freeCode };
  while (tills.length < TILLS) tills.push(await enrolledTill(centre, wanted));
  const printer = await startNetworkPrinter({ kind: "EPSON" });
  if (tills[0] !== undefined) await setPrinter(tills[0], printer);
  say(`${tills.length} tills and their centre stand in ${home}`);
  const oldEntry = pathToFileURL(path.join(oldOutDir, "core.cjs"));
  const stage = { home, tillHome, entry, oldEntry, centre, tills, printer, time, freeCode };
  return { ...stage, more: [], subjects: [], random: seeded(seed), tally: new Tally() };
}

function addSubject({ subjects }: Scene, seller: Seller): void {
  const { code, folder, poisoned } = seller.till;
  subjects.push({ code, file: path.join(folder, "till.db"), poisoned, seller });
}

/** A folder that is gone when the process ends, in whatever way it does. */
function newFolder(parent: string): string {
  const folder = mkdtempSync(path.join(parent, "bela-beli-faults-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

async function startCentre(home: string, time: RunTime): Promise<CentreUnderTest> {
  const data = path.join(home, "centre");
  mkdirSync(data, { mode: 0o711 });
  const centre = new CentreUnderTest(data, time.clock(path.join(home, "clock-centre.json")));
  await centre.start();
  return centre;
}

async function setPrinter(till: TillUnderTest, printer: NetworkPrinter): Promise<void> {
  const { core } = await till.running();
  const { supervisorId: cashierId, supervisorPin: pin } = SHOP;
  await core.cashier.session.login.mutate({ cashierId, pin });
  await core.cashier.printer.save.mutate({
    printer: networkPrinterAt(printer.port),
    approvalId: null,
  });
}

async function bringBacklog(scene: Scene, { backlog }: RunOptions): Promise<void> {
  if (backlog === 0) return;
  const { tillHome: home, time, entry, freeCode, more, subjects, tally } = scene;
  const till = await enrolledTill(scene.centre, { home, time, entry, freeCode });
  const { code, folder, poisoned } = till;
  more.push(till);
  subjects.push({ code, file: path.join(folder, "till.db"), poisoned, seller: null });
  await comeBackWith(till, backlog);
  if (backlog >= WHOLE_BACKLOG) tally.add("backlog_100000");
}

/** Closes every till once its outbox is empty; gives how many entries are left. */
async function rest(tills: readonly TillUnderTest[], say: RunOptions["say"]): Promise<number> {
  const left = await Promise.all(tills.map((till) => closeAtRest(till, say)));
  return left.reduce((all, entries) => all + entries, 0);
}

/** A till may have something to say after it was found at rest, of an outage that is over. */
async function closeAtRest(till: TillUnderTest, say: RunOptions["say"]): Promise<number> {
  const until = performance.now() + REST_LIMIT_MS;
  while (performance.now() < until) {
    const isAtRest = await isSent(till, until - performance.now());
    await till.hold("SHUTDOWN");
    if (isAtRest && isAllSent(till.folder)) {
      await till.close();
      return 0;
    }
    till.release();
  }
  const { sync } = (await till.running()).state();
  say(`till ${till.code} does not come to rest: ${JSON.stringify(sync)}`);
  await till.close();
  return Math.max(1, sync.unsent);
}

function isAllSent(folder: string): boolean {
  const db = new Sqlite(path.join(folder, "till.db"), { readonly: true });
  try {
    const sql = "SELECT acknowledged_seq = (SELECT max(seq) FROM journal) FROM sync_state";
    return db.prepare(sql).pluck().get() === 1;
  } finally {
    db.close();
  }
}

/** Says now and then how far the run is; `stalled` rejects when nothing is sold any more. */
function watch(
  { tills, tally }: Scene,
  by: {
    readonly endsAt: number;
    readonly sellers: readonly Seller[];
    readonly say: RunOptions["say"];
  },
): { readonly stalled: Promise<never>; readonly end: () => void } {
  let last = { sales: 0, at: performance.now() };
  let stall = (_error: Error): void => undefined;
  const stalled = new Promise<never>((_resolve, reject) => {
    stall = reject;
  });
  stalled.catch(() => undefined);
  const marks = setInterval(() => {
    const sales = by.sellers.reduce((all, seller) => all + seller.sales, 0);
    const now = performance.now();
    if (sales > last.sales) last = { sales, at: now };
    else if (now - last.at > STALL_MS) stall(new Error("nothing is sold any more"));
    const faults = [...tally.counts.values()].reduce((all, count) => all + count, 0);
    const leftS = Math.max(0, Math.round((by.endsAt - now) / 1_000));
    const crashes = tills.reduce((all, till) => all + till.deaths.length, 0);
    const died = crashes === 0 ? "" : `, ${crashes} cores died by themselves`;
    by.say(`${sales} sales, ${faults} faults, ${leftS} s left${died}`);
  }, MARK_EVERY_MS);
  return { stalled, end: () => clearInterval(marks) };
}

function sayRefusals(sellers: readonly Seller[], say: RunOptions["say"]): void {
  for (const { till, refused } of sellers) {
    if (refused.size === 0) continue;
    const codes = [...refused].map(([code, count]) => `${code} ${count}`);
    say(`till ${till.code} refused: ${codes.join(", ")}`);
  }
}
