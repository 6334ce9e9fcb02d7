import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SHOP } from "../testing/shop.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { newId, type TestTill } from "../testing/test-till.ts";
import { TillShift } from "../testing/till-shift.ts";

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
let centre: TestCentre;
let till: TestTill;
let shift: TillShift;

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => NOON } });
}, 120_000);
afterAll(() => centre.close());

let tills = 0;
beforeEach(async () => {
  tills += 1;
  const tillCode = String(tills).padStart(2, "0");
  till = await centre.enrolTill({ tillCode });
  await till.hello();
  shift = new TillShift(till, { startMs: NOON, tillCode });
});

const headAt = (seconds: number) => ({
  at: new Date(NOON + seconds * 1_000).toISOString(),
  clock: "CENTRE",
  actorId: SHOP.cashierId,
  commandId: newId(),
});

type Sold = ReturnType<TillShift["sell"]>;

const sealOf = (...sold: Sold[]): string =>
  createHash("sha256")
    .update(sold.map(({ sale }) => sale.saleId).join("\n"))
    .digest("hex");

function takeOut(amount = 50_000): void {
  const cash = { direction: "OUT", amount, reason: "BANK" };
  const { shiftId } = shift;
  const body = { ...headAt(50), shiftId, ...cash, privateHash: null };
  till.write({ v: 1, kind: "CASH_MOVED", ...body });
}

/** The end of a shift with one sale of 35,000 for cash, and 50,000 taken out. */
function close(sold: Sold, fields: object = {}): void {
  till.write({
    v: 1,
    kind: "SHIFT_CLOSED",
    ...headAt(60),
    shiftId: shift.shiftId,
    zNumber: 1,
    float: 200_000,
    cashSales: 35_000,
    cashIn: 0,
    cashOut: 50_000,
    cashRefunds: 0,
    expected: 185_000,
    counts: [
      { value: 100_000, pieces: 1 },
      { value: 50_000, pieces: 1 },
    ],
    counted: 150_000,
    difference: -35_000,
    reason: "UNKNOWN",
    countings: 1,
    sales: {
      count: 1,
      total: 35_000,
      byTender: { CASH: 35_000, QRIS: 0, TRANSFER: 0, CARD: 0 },
      discounts: 0,
    },
    returns: { count: 0, total: 0 },
    voids: { count: 0, total: 0 },
    sealed: { count: 1, hash: sealOf(sold) },
    turnover: 35_000,
    reversals: 0,
    witness: null,
    privateHash: null,
    ...fields,
  });
}

async function exceptions(): Promise<(string | null)[]> {
  const answer = await till.push();
  if (answer.state !== "ACCEPTED") throw new Error(answer.state);
  return answer.exceptions.map(({ code }) => code);
}

describe("a shift's entries at the centre", () => {
  test("are accepted: cash moved, the drawer opened, and the end that adds up", async () => {
    const sold = shift.sell();
    takeOut();
    const approval = { approverId: newId(), action: "DRAWER" };
    till.write({
      v: 1,
      kind: "DRAWER_OPENED",
      ...headAt(51),
      approval,
      shiftId: shift.shiftId,
      reason: "CHECK",
      privateHash: null,
    });
    close(sold);
    expect(await exceptions()).toEqual([]);
  });

  test.each<[string, object, string]>([
    ["figures that do not add up", { expected: 186_000 }, "ENTRY_SUMS"],
    ["a difference without a reason", { reason: null }, "ENTRY_SUMS"],
    [
      "more than the pieces counted",
      { counted: 185_000, difference: 0, reason: null },
      "ENTRY_SUMS",
    ],
    ["another count of sales sealed", { sealed: { count: 2, hash: "a".repeat(64) } }, "ENTRY_SUMS"],
    ["another turnover than the chain's", { turnover: 70_000 }, "ENTRY_TURNOVER"],
    ["reversals that are none", { reversals: 5 }, "ENTRY_TURNOVER"],
    ["fields nobody knows", { note: "x" }, "ENTRY_MALFORMED"],
  ])("are kept aside where the end says %s", async (_what, fields, code) => {
    const sold = shift.sell();
    takeOut();
    close(sold, fields);
    expect(await exceptions()).toEqual([code]);
  });

  test.each<[string, () => void]>([
    ["cash that no entry moved", () => close(shift.sell())],
    [
      "more cash out than its entries say",
      () => {
        const sold = shift.sell();
        takeOut(40_000);
        close(sold);
      },
    ],
    [
      "a sale less than there was",
      () => {
        const sold = shift.sell();
        const { turnover } = shift.sell().sale;
        takeOut();
        close(sold, { turnover });
      },
    ],
    [
      "the seal of other sales",
      () => {
        const sold = shift.sell();
        takeOut();
        close(sold, { sealed: { count: 1, hash: "a".repeat(64) } });
      },
    ],
    [
      "another shift",
      () => {
        const sold = shift.sell();
        takeOut();
        close(sold, { shiftId: newId() });
      },
    ],
  ])("are kept aside where the end adds up but says %s", async (_what, write) => {
    write();
    expect(await exceptions()).toEqual(["ENTRY_SHIFT"]);
  });

  test("are held against what came in batches before", async () => {
    const sold = shift.sell();
    await exceptions();
    takeOut();
    await exceptions();
    close(sold);
    expect(await exceptions()).toEqual([]);
  });
});
