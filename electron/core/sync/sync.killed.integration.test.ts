import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestCentre, type TestCentre } from "../../../central/server/testing/test-centre.ts";
import { forkCore, type ForkedCore } from "../testing/forked-core.ts";
import { countTill } from "../testing/read-till.ts";
import type { SyncStep } from "./sync-context.ts";
import { startTillAtCentre, type TillAtCentre } from "./testing/till-at-centre.ts";

/*
 * The core killed at each step of a round with the centre: the next start goes on from what was kept,
 * nothing is lost at the centre and nothing is there twice. One till lives through all of it.
 */

const STEPPING_CORE = new URL("../testing/stepping-core.ts", import.meta.url);

let centre: TestCentre;
let till: TillAtCentre;

beforeAll(async () => {
  centre = await startTestCentre();
  till = await startTillAtCentre(centre, "01");
}, 120_000);
afterAll(async () => {
  await till.close();
  await centre.close();
});

/** Sells without the centre, which meanwhile hears of another person; then the till is off. */
async function leaveWork(name: string): Promise<void> {
  await till.sent();
  await till.line.turnOff();
  await till.sell();
  await till.core.close();
  const { officeId, shortPersonId: personId } = centre.shop;
  const term = { from: "2025-01-01", class: "PELAKSANA", officeId, unitId: null } as const;
  const known = { personId, nip: "198802292012102993", active: true, exemptions: [] };
  await centre.savePeople([{ ...known, name, terms: [{ ...term, obliged: true }] }]);
  await till.line.turnOn();
}

async function startAgain(): Promise<void> {
  await till.restart();
  await till.sent();
}

const acknowledged = (): number =>
  countTill(till.folder, "SELECT acknowledged_seq FROM sync_state");
const cursor = (): number => countTill(till.folder, "SELECT feed_cursor FROM sync_state");
const written = (): number => countTill(till.folder, "SELECT count(*) FROM journal");

async function atCentre(): Promise<number> {
  const { database } = centre.centre.deps;
  const [row] = await database.query<{ n: number }>(
    "select count(*)::int as n from journal_entry where till_id = $1",
    [till.tillId],
  );
  return row?.n ?? 0;
}

const STEPS: readonly (readonly [SyncStep, { sent: boolean; known: boolean; pulled: boolean }])[] =
  [
    ["batch made", { sent: false, known: false, pulled: false }],
    ["push answered", { sent: true, known: false, pulled: false }],
    ["verdict written", { sent: true, known: false, pulled: false }],
    ["verdict kept", { sent: true, known: true, pulled: false }],
    ["page answered", { sent: true, known: true, pulled: false }],
    ["page applied", { sent: true, known: true, pulled: false }],
    ["cursor kept", { sent: true, known: true, pulled: true }],
  ];

test.each(STEPS)("the core killed at `%s` goes on from what was kept (%o)", async (step, kept) => {
  await leaveWork(step);
  const before = { acknowledged: acknowledged(), cursor: cursor(), atCentre: await atCentre() };
  const env = { ...process.env, BELA_BELI_SYNC_STEP: step };
  const core: ForkedCore = await forkCore(till.folder, { entry: STEPPING_CORE, env });
  expect(await core.ended).toBe("SIGKILL");
  expect(await atCentre()).toBe(kept.sent ? written() : before.atCentre);
  expect(acknowledged()).toBe(kept.known ? written() : before.acknowledged);
  expect(cursor() > before.cursor).toBe(kept.pulled);

  await startAgain();
  expect(await atCentre()).toBe(written());
  expect(acknowledged()).toBe(written());
  expect(cursor()).toBeGreaterThan(before.cursor);
  expect(await centre.totalDifferences()).toEqual([]);
});
