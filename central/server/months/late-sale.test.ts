import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { logInAs } from "../testing/test-person.ts";
import type { TestTill } from "../testing/test-till.ts";
import { TillShift } from "../testing/till-shift.ts";

const SOLD = Date.parse("2026-10-30T05:00:00.000Z");
const LATER = Date.parse("2026-11-20T05:00:00.000Z");
const PERIOD = "2026-10";
const reason = "Cocok dengan laporan Z galeri";
let centre: TestCentre;
let admin: Awaited<ReturnType<typeof logInAs>>;
let till: TestTill;
let shift: TillShift;

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => LATER } });
  admin = await logInAs(centre.url, centre.centre.deps, { role: "ADMIN" });
  till = await centre.enrolTill();
  await till.hello();
  shift = new TillShift(till, { startMs: SOLD, tillCode: "01" });
  shift.sell();
  await till.push();
  await admin.month.lock.mutate({ period: PERIOD });
}, 120_000);
afterAll(() => centre.close());

async function published() {
  const { counted, met, sales } = await admin.overview.month.query({ period: PERIOD });
  return { counted, met, sales };
}
const decide = (seq: number, decision: "ACCEPT" | "SEND_BACK") =>
  admin.quarantine.decide.mutate({ tillId: till.tillId, seq, decision, reason });
const revisions = async () => (await admin.month.state.query({ period: PERIOD })).revisions;

test("a sale that comes after its month was locked changes no figure, and waits as late", async () => {
  const before = await published();
  shift.sell();
  expect(await till.push()).toMatchObject({ exceptions: [{ seq: 4, code: "ENTRY_LATE" }] });
  expect(await published()).toEqual(before);
  expect(await revisions()).toEqual([]);
  expect(await admin.quarantine.list.query()).toMatchObject([{ seq: 4, code: "ENTRY_LATE" }]);
  expect(await centre.totalDifferences()).toEqual([]);
});

test("accepted, it is a new version of the report with the difference it made", async () => {
  const before = await published();
  await decide(4, "ACCEPT");
  const after = await published();
  expect(after.counted).toBe(before.counted + 35_000);
  expect(after.sales.total).toBe(before.sales.total + 35_000);
  const number = "KB-01-261030-000002";
  expect(await revisions()).toMatchObject([{ version: 2, number, total: 35_000, counted: 35_000 }]);
  expect(await centre.totalDifferences()).toEqual([]);
});

test("sent back, it never counts", async () => {
  const before = await published();
  shift.sell();
  await till.push();
  await decide(5, "SEND_BACK");
  expect(await published()).toEqual(before);
  expect(await revisions()).toHaveLength(1);
});

test("a late one under a doubtful clock joins its makers first, and its buyer once confirmed", async () => {
  shift.sell({ change: { clock: "DOUBTFUL" } });
  expect(await till.push()).toMatchObject({
    exceptions: [{ seq: 6, code: "ENTRY_LATE" }],
  });
  await decide(6, "ACCEPT");
  const confirmed = { tillId: till.tillId, seq: 6, period: PERIOD, reason };
  await admin.quarantine.confirmPeriod.mutate(confirmed);
  expect(await revisions()).toMatchObject([
    { version: 2 },
    { version: 3, total: 35_000, counted: 0 },
    { version: 4, total: 0, counted: 35_000 },
  ]);
  expect(await centre.totalDifferences()).toEqual([]);
});

test("one that came unsigned before the lock and is answered for after it waits as late", async () => {
  const away = await centre.enrolTill({ tillCode: "02" });
  await away.hello();
  const september = new TillShift(away, {
    startMs: Date.parse("2026-09-29T05:00:00.000Z"),
    tillCode: "02",
  });
  september.sell({ unsigned: true });
  expect(await away.push()).toMatchObject({ exceptions: [{ seq: 3, code: "ENTRY_SIGNATURE" }] });
  await admin.month.lock.mutate({ period: "2026-09" });
  september.restoreSigner(3, 3);
  await away.push(4, 4);
  const waiting = await admin.quarantine.list.query();
  expect(waiting).toMatchObject([{ tillId: away.tillId, seq: 3, code: "ENTRY_LATE" }]);
  const { counted } = await admin.overview.month.query({ period: "2026-09" });
  expect(counted).toBe(0);
  expect(await centre.totalDifferences()).toEqual([]);
});

describe("a sale under a doubtful clock whose month is locked before it is confirmed", () => {
  const [may, june, july, august, november] = [
    "2026-05",
    "2026-06",
    "2026-07",
    "2026-08",
    "2026-11",
  ];
  const versions = async (period: string) =>
    (await admin.month.state.query({ period })).revisions.map(({ version, total, counted }) => {
      return { version, total, counted };
    });
  const counted = async (period: string) => (await admin.overview.month.query({ period })).counted;

  async function sellIn(period: string, tillCode: string) {
    const doubtful = await centre.enrolTill({ tillCode });
    await doubtful.hello();
    const startMs = Date.parse(`${period}-29T05:00:00.000Z`);
    const away = new TillShift(doubtful, { startMs, tillCode });
    const sold = away.sell({ qty: 2, change: { clock: "DOUBTFUL" } });
    await doubtful.push();
    const confirm = (confirmed: string) =>
      admin.quarantine.confirmPeriod.mutate({
        tillId: doubtful.tillId,
        seq: 3,
        period: confirmed,
        reason,
      });
    return { doubtful, away, sold, confirm };
  }

  test("leaves it as a version of that month with its difference", async () => {
    const { confirm } = await sellIn(july, "03");
    await admin.month.lock.mutate({ period: july });
    await confirm(november);
    expect(await versions(july)).toEqual([{ version: 2, total: -70_000, counted: 0 }]);
    expect(await versions(november)).toEqual([]);
    expect(await centre.totalDifferences()).toEqual([]);
  });

  test("takes with it what came back of it, also out of a month that was locked since", async () => {
    const { doubtful, away, sold, confirm } = await sellIn(may, "04");
    await admin.month.lock.mutate({ period: may });
    const number = sold.sale.number.replace(/-\d{6}-\d+$/, "-260830-000002");
    away.bringBack(sold, 1, { at: "2026-08-30T05:00:00.000Z", period: august, number });
    await doubtful.push();
    await admin.month.lock.mutate({ period: august });
    const before = await counted(november);
    await confirm(november);
    expect(await versions(may)).toEqual([{ version: 2, total: -70_000, counted: 0 }]);
    expect(await versions(august)).toEqual([{ version: 2, total: 35_000, counted: 0 }]);
    expect(await counted(november)).toBe(before + 35_000);
    expect(await centre.totalDifferences()).toEqual([]);
  });

  test("stays in its month with what came back of it before the lock", async () => {
    const { doubtful, away, sold, confirm } = await sellIn(june, "05");
    away.bringBack(sold, 1);
    await doubtful.push();
    await admin.month.lock.mutate({ period: june });
    const before = await counted(november);
    await confirm(june);
    expect(await versions(june)).toEqual([{ version: 2, total: 0, counted: 35_000 }]);
    expect(await counted(november)).toBe(before);
    expect(await centre.totalDifferences()).toEqual([]);
  });
});
