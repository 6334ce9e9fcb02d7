import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Centre, startCentre } from "../../../central/server/create-centre.ts";
import type { Database } from "../../../central/server/database/database.ts";
import { openMemoryDatabase } from "../../../central/server/testing/memory-database.ts";
import { startTestCentre, type TestCentre } from "../../../central/server/testing/test-centre.ts";
import { backUpCentre } from "../../../electron/core/sync/testing/centre-backup.ts";
import { startTillAtCentre } from "../../../electron/core/sync/testing/till-at-centre.ts";
import { type Way, World } from "./world.ts";

/*
 * Any order of selling, undoing, pushing, losing, doubling, delaying, restarting, turning clocks and
 * putting the centre back: whatever is at the centre stands in the till's journal, and at rest both
 * hold the same, once. MODEL_SEED, MODEL_RUNS and MODEL_MS look further than the usual run does.
 */

const SEED = Number(process.env["MODEL_SEED"] ?? 20_261_130);
const RUNS = Number(process.env["MODEL_RUNS"] ?? 40);
const STEPS = 25;
const TIME_MS = Number(process.env["MODEL_MS"] ?? 35_000);
const MINUTE_MS = 60_000;

let database: Database;
let made: TestCentre;
let centre: Centre;
let template: string;
let home: string;
let putBack: () => Promise<void>;
let worlds = 0;

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), "bela-beli-model-"));
  const memory = await openMemoryDatabase();
  database = { ...memory, close: async () => undefined };
  made = await startTestCentre({ database });
  const till = await startTillAtCentre(made, "01");
  await till.sent();
  await till.core.close();
  template = till.folder;
  await till.line.turnOff();
  centre = made.centre;
  putBack = await backUpCentre({ centre }, "first");
});
afterAll(async () => {
  await centre.close();
  await made.close();
  for (const folder of [home, template]) rmSync(folder, { recursive: true });
});

/** The centre's process ends, and another starts on the same database and keys. */
async function restartCentre(): Promise<void> {
  await centre.close();
  const { regencyId, clock, log } = made.centre.deps;
  const random = (length: number): Uint8Array => randomBytes(length);
  const same = { database, dataDir: made.dataDir, regencyId, clock, log, random };
  centre = await startCentre({ ...same, host: "127.0.0.1", port: 0, publicUrl: null });
}

/** What the steps may not break, looked at after each of them. */
type Seen = { head: number; restore: (() => Promise<void>) | null };
type Step = fc.AsyncCommand<Seen, World>;

async function holds(seen: Seen, world: World): Promise<void> {
  const entries = world.entries();
  const there = await world.atCentre();
  const hashes = new Map(entries.map(({ seq, hash }) => [seq, hash]));
  expect(there.map(({ seq }) => seq)).toEqual(there.map((_, index) => index + 1));
  for (const { seq, hash } of there) expect(hashes.get(seq)).toBe(hash);
  expect(there.length).toBeGreaterThanOrEqual(seen.head);
  seen.head = there.length;
  expect(world.acknowledgedSeq()).toBeLessThanOrEqual(entries.length);
  const sales = entries.slice(0, there.length).filter(({ kind }) => kind === "SALE");
  const sum = sales.reduce((all, { total }) => all + total, 0);
  expect(await world.salesAtCentre()).toEqual({ n: sales.length, sum });
  isToldOnce(world);
}

/** What was said to be done stands in the journal once, with its money. */
function isToldOnce(world: World): void {
  const money = world.entries().filter(({ kind }) => ["SALE", "VOID", "RETURN"].includes(kind));
  const written = new Map(money.map(({ commandId, total }) => [commandId, total]));
  expect(written.size).toBe(money.length);
  expect(written).toEqual(world.told);
}

async function comesToRest(world: World): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await world.push(500, "WELL");
  const entries = world.entries();
  expect(await world.atCentre()).toEqual(entries.map(({ seq, hash }) => ({ seq, hash })));
  expect(world.acknowledgedSeq()).toBe(entries.length);
  expect(await made.totalDifferences()).toEqual([]);
}

function step(name: string, run: (world: World, seen: Seen) => Promise<void> | void): Step {
  return {
    check: () => true,
    run: async (seen, world) => {
      await run(world, seen);
      await holds(seen, world);
    },
    toString: () => name,
  };
}

const WAYS: readonly Way[] = ["WELL", "ANSWER_LOST", "TWICE", "LATE"];
const qty = fc.integer({ min: 1, max: 5 });
const place = fc.nat({ max: 20 });

const STEPS_OF_A_RUN = fc.commands<Seen, World, false>(
  [
    qty.map((n) => step(`sell ${n}`, (world) => world.sell(n))),
    place.map((at) => step(`void ${at}`, (world) => world.undo(at))),
    place.map((at) => step(`return ${at}`, (world) => world.takeBack(at))),
    fc
      .tuple(fc.integer({ min: 1, max: 7 }), fc.constantFrom(...WAYS))
      .map(([size, way]) => step(`push ${size} ${way}`, (world) => world.push(size, way))),
    fc.constant(step("deliver late", (world) => world.deliverLate())),
    fc.constant(step("restart till", (world) => world.restart())),
    fc.constant(step("restart centre", () => restartCentre())),
    fc
      .integer({ min: -90, max: 90 })
      .map((minutes) => step(`jump ${minutes} min`, (world) => world.jump(minutes * MINUTE_MS))),
    fc.constant(
      step("copy centre", async (_, seen) => {
        seen.restore = await backUpCentre({ centre }, "later");
      }),
    ),
    fc.constant(
      step("put centre back", async (_, seen) => {
        await seen.restore?.();
        if (seen.restore !== null) seen.head = 0;
      }),
    ),
  ],
  { maxCommands: STEPS },
);

test("in any order of faults nothing is lost, doubled or changed, and all comes to rest equal", {
  timeout: 120_000,
}, async () => {
  const property = fc.asyncProperty(STEPS_OF_A_RUN, async (steps) => {
    await putBack();
    worlds += 1;
    const folder = path.join(home, String(worlds));
    const world = await World.open({ template, folder, centreUrl: () => centre.url, database });
    try {
      await fc.asyncModelRun(() => ({ model: { head: 0, restore: null }, real: world }), steps);
      await comesToRest(world);
    } finally {
      await world.close();
    }
  });
  await fc.assert(property, { seed: SEED, numRuns: RUNS, interruptAfterTimeLimit: TIME_MS });
});
