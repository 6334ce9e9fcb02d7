import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { SHOP } from "../../central/server/testing/shop.ts";
import {
  type NetworkPrinter,
  startNetworkPrinter,
} from "../../electron/core/printing/testing/network-printer.ts";
import { networkPrinterAt } from "../../electron/core/testing/sample-printer.ts";
import { nextPeriod, periodOf } from "../../shared/domain/period.ts";
import { buildCore, productEntries } from "../build/core.ts";
import { CENTRE_FAULTS } from "./centre-faults.ts";
import { CentreUnderTest } from "./centre-under-test.ts";
import { createProcessClock } from "./clock-file.ts";
import { enrolledTill, type TillWanted } from "./enrol.ts";
import { cloneTill, comeBackWith, isSent, reinstall, restoreCentre } from "./heavy-faults.ts";
import { judge, type Verdict } from "./judge.ts";
import { LINE_FAULTS } from "./line-faults.ts";
import { type Injection, type Scene, Tally } from "./scene.ts";
import { seeded, shuffled } from "./seeded.ts";
import { Seller } from "./seller.ts";
import { TILL_FAULTS } from "./till-faults.ts";
import type { TillUnderTest } from "./till-under-test.ts";

export type RunOptions = {
  readonly seed: number;
  readonly minutes: number;
  /** sales of the till that comes back with a backlog; 0: there is none */
  readonly backlog: number;
  readonly say: (text: string) => void;
};

export type Outcome = Verdict & {
  readonly faults: Readonly<Record<string, number>>;
  readonly stuck: number;
};

const TILLS = ["01", "02", "03"] as const;
const BACKLOG_TILL = "90";
const WHOLE_BACKLOG = 100_000;
const ROOT = path.join(import.meta.dirname, "..", "..");
const MINUTE_MS = 60_000;
/** A killed process leaves there what it would leave on a disk, and tills need not wait for one. */
const MEMORY = "/dev/shm";
const MARK_EVERY_MS = 5_000;
/** Between two sales of one till, at least: it leaves the machine time for the rest. */
const SALE_GAP_MS = 70;
const REST_LIMIT_MS = 3 * MINUTE_MS;
/** Where in the run the month ends, and where the heavy faults come. */
const MONTH_EDGE = 0.45;
const HEAVY: readonly { readonly at: number; readonly fault: Injection }[] = [
  { at: 0.25, fault: cloneTill },
  { at: 0.55, fault: restoreCentre },
];

/** Plays tills and a centre through a seeded run of faults, lets them come to rest, and judges them. */
export async function runFaults(options: RunOptions): Promise<Outcome> {
  const undo: (() => Promise<unknown> | void)[] = [];
  try {
    return await play(options, undo);
  } finally {
    for (const step of undo.reverse()) await (async () => step())().catch(() => undefined);
  }
}

async function play(
  options: RunOptions,
  undo: (() => Promise<unknown> | void)[],
): Promise<Outcome> {
  const { say, seed } = options;
  const stage = await setUp(options, undo);
  const { scene, sellers, wanted } = stage;
  const endsAt = performance.now() + options.minutes * MINUTE_MS;
  const selling = sellers.map((seller) => seller.run());
  const marks = setInterval(() => say(mark(stage, endsAt)), MARK_EVERY_MS);
  undo.push(() => clearInterval(marks));
  const others: Seller[] = [];
  await Promise.all([
    keepInjecting(scene, [...LINE_FAULTS, ...TILL_FAULTS], { endsAt, seed }),
    keepInjecting(scene, CENTRE_FAULTS, { endsAt, seed: seed + 1, heavy: options.minutes }),
    backlogOf(stage, options),
    watchMonth(scene, endsAt),
    pause(options.minutes * MINUTE_MS * 0.1).then(async () => {
      others.push(...(await reinstall(scene, { ...wanted, code: "80" }, "81")));
    }),
  ]);
  for (const seller of sellers) seller.stop();
  await Promise.all(selling);
  say("at rest, once everything is sent …");
  const tills = [...scene.tills, ...stage.more, ...others.map(({ till }) => till)];
  const stuck = await rest(tills, say);
  for (const till of tills) await till.close();
  say("judging …");
  const judged = { centre: scene.centre, sellers: [...sellers, ...others], tills };
  const verdict = await judge({ ...judged, home: scene.home });
  sayRefusals(sellers, say);
  return { ...verdict, faults: Object.fromEntries(scene.tally.counts), stuck };
}

type Stage = {
  readonly scene: Scene;
  readonly sellers: readonly Seller[];
  readonly wanted: Omit<TillWanted, "code">;
  /** tills that no fault is aimed at */
  readonly more: TillUnderTest[];
};

async function setUp(
  { seed, minutes, say }: RunOptions,
  undo: (() => Promise<unknown> | void)[],
): Promise<Stage> {
  const home = newFolder(tmpdir(), undo);
  chmodSync(home, 0o711);
  const outDir = path.join(ROOT, "out", "faults");
  await buildCore({ root: ROOT, outDir, entries: productEntries(ROOT) });
  const entry = pathToFileURL(path.join(outDir, "core.cjs"));
  const offsetMs = untilMonthEnd() - minutes * MINUTE_MS * MONTH_EDGE;
  const random = seeded(seed);
  const centre = await startCentre(home, offsetMs);
  undo.push(() => centre.stop());
  const memory = existsSync(MEMORY) ? MEMORY : tmpdir();
  const wanted = { home: newFolder(memory, undo), offsetMs, entry };
  const tills: TillUnderTest[] = [];
  for (const code of TILLS) tills.push(await enrolledTill(centre, { ...wanted, code }));
  undo.push(...tills.map((till) => () => till.close()));
  const printer = await startNetworkPrinter({ kind: "EPSON" });
  undo.push(() => printer.turnOff());
  if (tills[0] !== undefined) await setPrinter(tills[0], printer);
  say(`${tills.length} tills and their centre stand in ${home}`);
  const scene = { home, centre, tills, printer, random, tally: new Tally(), offsetMs };
  const sellers = tills.map((till, index) => {
    return new Seller(till, { random: seeded(seed * 31 + index), gapMs: SALE_GAP_MS });
  });
  return { scene, sellers, wanted, more: [] };
}

function newFolder(parent: string, undo: (() => void)[]): string {
  const folder = mkdtempSync(path.join(parent, "bela-beli-faults-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  undo.push(remove);
  process.once("exit", remove);
  return folder;
}

async function startCentre(home: string, offsetMs: number): Promise<CentreUnderTest> {
  const data = path.join(home, "centre");
  mkdirSync(data, { mode: 0o711 });
  const clock = createProcessClock(path.join(home, "clock-centre.json"), offsetMs);
  const centre = new CentreUnderTest(data, clock);
  await centre.start();
  return centre;
}

/** From now to the first moment of the next month, WIB. */
function untilMonthEnd(): number {
  const nowMs = Date.now();
  return Date.parse(`${nextPeriod(periodOf(nowMs))}-01T00:00:00+07:00`) - nowMs;
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

/** Deals the faults in an order of chance, again and again until the end; heavy ones at their time. */
async function keepInjecting(
  scene: Scene,
  faults: readonly Injection[],
  by: { readonly endsAt: number; readonly seed: number; readonly heavy?: number },
): Promise<void> {
  const random = seeded(by.seed);
  const startedAt = performance.now();
  const heavy = by.heavy === undefined ? [] : [...HEAVY];
  const wholeMs = by.endsAt - startedAt;
  let deck: Injection[] = [];
  while (performance.now() < by.endsAt) {
    await pause(random() * 800);
    const next = heavy[0];
    if (next !== undefined && performance.now() - startedAt > next.at * wholeMs) {
      heavy.shift();
      await next.fault(scene);
      continue;
    }
    if (deck.length === 0) deck = shuffled(random, faults);
    await deck.pop()?.(scene);
  }
}

async function backlogOf({ scene, wanted, more }: Stage, { backlog }: RunOptions): Promise<void> {
  if (backlog === 0) return;
  const till = await enrolledTill(scene.centre, { ...wanted, code: BACKLOG_TILL });
  more.push(till);
  await comeBackWith(till, backlog);
  if (backlog >= WHOLE_BACKLOG) scene.tally.add("backlog_100000");
}

/** Counts the month that ends while tills sell. */
async function watchMonth({ offsetMs, tally }: Scene, endsAt: number): Promise<void> {
  const month = periodOf(Date.now() + offsetMs);
  while (performance.now() < endsAt) {
    await pause(1_000);
    if (periodOf(Date.now() + offsetMs) === month) continue;
    tally.add("month_edge");
    return;
  }
}

/** Waits until every outbox is empty; gives how many entries are left. */
async function rest(tills: readonly TillUnderTest[], say: RunOptions["say"]): Promise<number> {
  const done = await Promise.all(tills.map((till) => isSent(till, REST_LIMIT_MS)));
  let stuck = 0;
  for (const [index, till] of tills.entries()) {
    if (done[index] === true) continue;
    const { sync } = (await till.running()).state();
    say(`till ${tills[index]?.code} does not come to rest: ${JSON.stringify(sync)}`);
    stuck += Math.max(1, sync.unsent);
  }
  return stuck;
}

function mark({ scene, sellers }: Stage, endsAt: number): string {
  const sales = sellers.reduce((all, seller) => all + seller.sales, 0);
  const faults = [...scene.tally.counts.values()].reduce((all, count) => all + count, 0);
  const leftS = Math.max(0, Math.round((endsAt - performance.now()) / 1_000));
  const crashes = scene.tills.reduce((all, till) => all + till.crashes, 0);
  const died = crashes === 0 ? "" : `, ${crashes} cores died by themselves`;
  return `${sales} sales, ${faults} faults, ${leftS} s left${died}`;
}

function sayRefusals(sellers: readonly Seller[], say: RunOptions["say"]): void {
  for (const { till, refused } of sellers) {
    if (refused.size === 0) continue;
    const codes = [...refused].map(([code, count]) => `${code} ${count}`);
    say(`till ${till.code} refused: ${codes.join(", ")}`);
  }
}
