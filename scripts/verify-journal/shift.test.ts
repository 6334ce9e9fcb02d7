import { describe, expect, test } from "vitest";
import { type Draft, draft, morning, sale, uuid } from "./testing/day.ts";
import { exportOf, FIRST } from "./testing/journal.ts";
import { faultsOf } from "./testing/judge.ts";
import { sha256 } from "./testing/keys.ts";

const SHIFT = uuid(120);
const IDS = [1, 2, 3].map((counter) => uuid(2_000 + counter));
const BY_TENDER = { CASH: 300_000, QRIS: 0, TRANSFER: 0, CARD: 0 };
const SALES = { count: 3, total: 300_000, byTender: BY_TENDER, discounts: 15_000 };

const moved = (minute: number, direction: string, amount: number): Draft =>
  draft("CASH_MOVED", minute, {
    shiftId: SHIFT,
    direction,
    amount,
    reason: "CHANGE",
    privateHash: null,
  });

function shiftClosed(minute: number, fields: object = {}): Draft {
  return draft("SHIFT_CLOSED", minute, {
    shiftId: SHIFT,
    zNumber: 1,
    float: 200_000,
    cashSales: 300_000,
    cashIn: 50_000,
    cashOut: 20_000,
    cashRefunds: 0,
    expected: 530_000,
    counts: [{ value: 100_000, pieces: 5 }],
    counted: 500_000,
    difference: -30_000,
    reason: "UNKNOWN",
    countings: 1,
    sales: SALES,
    returns: { count: 0, total: 0 },
    voids: { count: 0, total: 0 },
    sealed: { count: 3, hash: sha256(IDS.join("\n")) },
    turnover: 300_000,
    reversals: 0,
    witness: null,
    privateHash: null,
    ...fields,
  });
}

const faultsWith = (fields: object, ...after: Draft[]): Promise<string[]> => {
  const moves = [moved(8, "IN", 50_000), moved(9, "OUT", 20_000)];
  const drafts = [...morning(), ...moves, shiftClosed(10, fields), ...after];
  return faultsOf(exportOf([{ ...FIRST, drafts }]));
};

describe("a shift's end", () => {
  test("that says what its entries come to is sound", async () => {
    expect(await faultsWith({})).toEqual([]);
  });

  test.each<[string, object, string[]]>([
    [
      "more float than it was opened with",
      { float: 210_000, expected: 540_000, difference: -40_000 },
      ["1 11 SHIFT_SUM"],
    ],
    [
      "less cash taken out",
      { cashOut: 0, expected: 550_000, difference: -50_000 },
      ["1 11 SHIFT_SUM"],
    ],
    ["one sale less", { sales: { ...SALES, count: 2 } }, ["1 11 SHIFT_SUM"]],
    [
      "another kind of payment",
      { sales: { ...SALES, byTender: { ...BY_TENDER, CASH: 200_000, CARD: 100_000 } } },
      ["1 11 SHIFT_CASH", "1 11 SHIFT_SUM"],
    ],
    ["other discounts", { sales: { ...SALES, discounts: 0 } }, ["1 11 SHIFT_SUM"]],
    ["a void that is not there", { voids: { count: 1, total: 0 } }, ["1 11 SHIFT_SUM"]],
    [
      "sales in another order",
      { sealed: { count: 3, hash: sha256([...IDS].reverse().join("\n")) } },
      ["1 11 SHIFT_SEAL"],
    ],
    ["a difference that is none", { difference: 0, reason: null }, ["1 11 SHIFT_CASH"]],
    ["a difference without a reason", { reason: null }, ["1 11 SHIFT_CASH"]],
    [
      "more than the pieces counted",
      { counted: 530_000, difference: 0, reason: null },
      ["1 11 SHIFT_CASH"],
    ],
    [
      "money of a kind that is not made",
      { counts: [{ value: 500_000, pieces: 1 }] },
      ["1 11 SHIFT_CASH"],
    ],
    ["a Z number ahead", { zNumber: 2 }, ["1 11 Z_NUMBER"]],
    ["another turnover", { turnover: 290_000 }, ["1 11 TURNOVER"]],
    ["other reversals", { reversals: 1 }, ["1 11 REVERSALS"]],
    ["no turnover", { turnover: undefined }, ["1 11 TURNOVER"]],
    ["no reversals", { reversals: undefined }, ["1 11 REVERSALS"]],
    ["no Z number", { zNumber: null }, ["1 11 BODY_MALFORMED"]],
    ["no returns", { returns: null }, ["1 11 BODY_MALFORMED"]],
    ["no voids", { voids: 0 }, ["1 11 BODY_MALFORMED"]],
    ["a seal without a hash", { sealed: { count: 3 } }, ["1 11 BODY_MALFORMED"]],
    [
      "fewer sales sealed",
      { sealed: { count: 2, hash: sha256(IDS.join("\n")) } },
      ["1 11 SHIFT_SEAL"],
    ],
    ["more due than there is", { expected: 540_000, difference: -40_000 }, ["1 11 SHIFT_CASH"]],
    [
      "less sold than its tenders bring",
      { sales: { ...SALES, total: 290_000 } },
      ["1 11 SHIFT_CASH", "1 11 SHIFT_SUM"],
    ],
    ["it is the end of another shift", { shiftId: uuid(121) }, ["1 11 SHIFT_SUM"]],
  ])("that says %s is named", async (_what, fields, faults) => {
    expect(await faultsWith(fields)).toEqual(faults);
  });

  test.each([
    ["no float", { float: undefined }],
    ["a float below nothing", { float: -1 }],
    ["no id", { shiftId: "pagi" }],
  ])("cannot be judged where it was opened with %s, which is named", async (_what, fields) => {
    const opened = draft("SHIFT_OPENED", 2, { shiftId: SHIFT, float: 0, ...fields });
    const drafts = [...morning().slice(0, 2), opened];
    expect(await faultsOf(exportOf([{ ...FIRST, drafts }]))).toEqual(["1 3 BODY_MALFORMED"]);
  });

  test("is followed by the next number, whatever shift was between", async () => {
    const opened = draft("SHIFT_OPENED", 11, { shiftId: uuid(121), float: 0 });
    const sold = sale(12, 4, { shiftId: uuid(121) });
    const empty = {
      shiftId: uuid(121),
      float: 0,
      cashSales: 100_000,
      cashIn: 0,
      cashOut: 0,
      expected: 100_000,
      difference: 400_000,
      sales: {
        count: 1,
        total: 100_000,
        byTender: { ...BY_TENDER, CASH: 100_000 },
        discounts: 5_000,
      },
      sealed: { count: 1, hash: sha256(uuid(2_004)) },
      turnover: 400_000,
    };
    expect(await faultsWith({}, opened, sold, shiftClosed(13, { ...empty, zNumber: 2 }))).toEqual(
      [],
    );
    expect(await faultsWith({}, opened, sold, shiftClosed(13, { ...empty, zNumber: 1 }))).toEqual([
      "1 14 Z_NUMBER",
    ]);
  });
});
