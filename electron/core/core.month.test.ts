import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Clock, SealBox } from "./adapters.ts";
import { plainSealBox, systemClock } from "./system.ts";
import type { PreparedTill } from "./testing/prepare-till.ts";
import { readTill, soundJournal } from "./testing/read-till.ts";
import { newId, openShop, pay, startCore, type TestCore } from "./testing/test-core.ts";
import { createTillTemplate, type TillTemplate } from "./testing/till-template.ts";

/** 30 November 2026, 23.50 WIB. */
const MONTH_END = Date.UTC(2026, 10, 30, 16, 50, 0);
const HOUR_MS = 60 * 60_000;

let template: TillTemplate;
let till: PreparedTill;
let dataDir: string;
let core: TestCore;
let wall = MONTH_END;
const clock: Clock = { wallMs: () => wall, monotonicMs: systemClock.monotonicMs };

beforeAll(async () => {
  template = await createTillTemplate({ clock });
  till = template.till;
});
afterAll(() => template.remove());
beforeEach(async () => {
  wall = MONTH_END;
  dataDir = template.copy();
  core = await startCore(dataDir, { clock });
});
afterEach(() => core.close());

const sell = async () => {
  await core.cashier.cart.add.mutate({ productId: till.products[0]!.productId, qty: 2 });
  await core.cashier.scan.text.mutate({ text: till.cardOf(till.people[0]!), source: "WEDGE" });
  return pay(core);
};
const closeShift = async (): Promise<void> => {
  const { expected } = await core.cashier.shift.report.query();
  await core.cashier.shift.close.mutate({
    commandId: newId(),
    counts: [{ value: 100, pieces: expected / 100 }],
    reason: null,
    note: "",
  });
};
const kinds = () => soundJournal(dataDir, till.tillId, till.publicKey).slice(1);

test("a sale belongs to the month its clock stands in, in WIB", async () => {
  await openShop(core, till);
  const november = await sell();
  expect(november).toMatchObject({ period: "2026-11", month: { counted: 20_000 } });
  wall += HOUR_MS;
  const december = await sell();
  expect(december).toMatchObject({ period: "2026-12", month: { counted: 20_000 } });
  expect(december.number).toMatch(/-261201-000002$/);
});

test("a shift open over the month's end is not interrupted", async () => {
  await openShop(core, till);
  wall += HOUR_MS;
  await sell();
  expect(kinds()).toEqual(["SHIFT_OPENED", "SALE"]);
});

test("the first entry in a new month, with no shift open, names the months that saw none", async () => {
  wall = Date.UTC(2027, 1, 3, 2, 0, 0);
  await openShop(core, till);
  expect(kinds()).toEqual(["MONTH_NULL", "SHIFT_OPENED"]);
  const [row] = readTill(dataDir, "SELECT body FROM journal WHERE kind = 'MONTH_NULL'");
  expect(JSON.parse((row as { body: string }).body)).toMatchObject({
    period: "2027-02",
    skipped: ["2026-12", "2027-01"],
    turnover: 0,
    reversals: 0,
  });
});

test("a month that had entries amid a shift is not among the skipped", async () => {
  await openShop(core, till);
  wall = Date.UTC(2027, 0, 3, 2, 0, 0);
  await sell();
  await closeShift();
  wall = Date.UTC(2027, 2, 3, 2, 0, 0);
  await openShop(core, till);
  const [row] = readTill(dataDir, "SELECT body FROM journal WHERE kind = 'MONTH_NULL'");
  expect(JSON.parse((row as { body: string }).body)).toMatchObject({
    period: "2027-03",
    skipped: ["2026-12", "2027-02"],
  });
});

test("a month begins with its own entry, though the key comes back in it", async () => {
  await openShop(core, till);
  await core.close();
  const locked: SealBox = { ...plainSealBox, unseal: () => Promise.reject(new Error("locked")) };
  core = await startCore(dataDir, { clock, seal: locked });
  await openShop(core, till);
  await closeShift();
  await core.close();
  wall = Date.UTC(2026, 11, 2, 2, 0, 0);
  core = await startCore(dataDir, { clock });
  await openShop(core, till);
  expect(kinds()).toEqual([
    "SHIFT_OPENED",
    "SHIFT_CLOSED",
    "MONTH_NULL",
    "SIGNER_RESTORED",
    "OUTAGE",
    "SHIFT_OPENED",
  ]);
  const [row] = readTill(dataDir, "SELECT body FROM journal WHERE kind = 'SIGNER_RESTORED'");
  expect(JSON.parse((row as { body: string }).body)).toMatchObject({ fromSeq: 3, toSeq: 4 });
});

test("a clock set back sells all the same, and says DOUBTFUL", async () => {
  await openShop(core, till);
  await sell();
  wall -= 24 * HOUR_MS;
  await sell();
  const rows = readTill(dataDir, "SELECT body FROM journal WHERE kind = 'SALE' ORDER BY seq");
  const clocks = rows.map((row) => JSON.parse((row as { body: string }).body).clock);
  expect(clocks).toEqual(["WALL", "DOUBTFUL"]);
  expect(core.state().clock.state).toBe("DOUBTFUL");
});
