import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkReversalSums,
  type Condition,
  planReturn,
  type ReturnableLine,
  voidRefunds,
} from "./return.ts";

fc.configureGlobal({ seed: 20_261_125 });

const line = (more: Partial<ReturnableLine> = {}): ReturnableLine => ({
  no: 1,
  qty: 3,
  net: 10_000,
  mayCount: true,
  returnedQty: 0,
  refunded: 0,
  ...more,
});
const wish = (no: number, qty: number, condition: Condition = "BAIK") => ({ no, qty, condition });

const soldLine = fc.record({
  qty: fc.integer({ min: 1, max: 9_999 }),
  net: fc.integer({ min: 0, max: 1_000_000_000_000 }),
});

/** Splits n pieces into returns, in an order that `cuts` decides. */
function portions(qty: number, cuts: readonly number[]): number[] {
  const parts: number[] = [];
  let left = qty;
  for (const cut of cuts) {
    const part = Math.min(left, 1 + (cut % Math.max(1, left)));
    if (part > 0) parts.push(part);
    left -= part;
  }
  return left > 0 ? [...parts, left] : parts;
}

function bringBack(sold: { qty: number; net: number }, parts: readonly number[]): number[] {
  let now = line(sold);
  return parts.map((qty) => {
    const plan = planReturn([now], true, [wish(1, qty)]);
    if (!plan.ok) throw new Error(plan.code);
    const { total } = plan.value;
    now = { ...now, returnedQty: now.returnedQty + qty, refunded: now.refunded + total };
    return total;
  });
}

describe("what is paid back for pieces of a line", () => {
  test("never exceeds the net, and all pieces back give exactly the net", () => {
    const cuts = fc.array(fc.nat(), { maxLength: 8 });
    fc.assert(
      fc.property(soldLine, cuts, (sold, at) => {
        const parts = portions(sold.qty, at);
        let sum = 0;
        for (const refund of bringBack(sold, parts)) {
          sum += refund;
          expect(refund).toBeGreaterThanOrEqual(0);
          expect(sum).toBeLessThanOrEqual(sold.net);
        }
        expect(sum).toBe(sold.net);
      }),
    );
  });

  test("comes to the same after k pieces, in whatever portions they came", () => {
    const cuts = fc.array(fc.nat(), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(soldLine, cuts, (sold, at) => {
        const parts = portions(sold.qty, at).slice(0, -1);
        const pieces = parts.reduce((sum, part) => sum + part, 0);
        if (pieces === 0) return;
        const inPortions = bringBack(sold, parts).reduce((sum, refund) => sum + refund, 0);
        const atOnce = bringBack(sold, [pieces])[0];
        const reversed = bringBack(sold, parts.toReversed()).reduce((sum, one) => sum + one, 0);
        expect(inPortions).toBe(atOnce);
        expect(reversed).toBe(atOnce);
      }),
    );
  });

  test("rounds down until the last piece: 3 for Rp10.000 are 3.333, 3.333 and 3.334", () => {
    expect(bringBack({ qty: 3, net: 10_000 }, [1, 1, 1])).toEqual([3_333, 3_333, 3_334]);
  });
});

describe("a return", () => {
  test("may bring one line back in several conditions", () => {
    const plan = planReturn([line()], true, [wish(1, 1), wish(1, 2, "RUSAK")]);
    expect(plan).toEqual({
      ok: true,
      value: {
        lines: [
          { originalNo: 1, qty: 1, refund: 3_333, condition: "BAIK" },
          { originalNo: 1, qty: 2, refund: 6_667, condition: "RUSAK" },
        ],
        total: 10_000,
        counted: 10_000,
      },
    });
  });

  test("takes off the month only what had counted", () => {
    const sold = [line(), line({ no: 2, mayCount: false, qty: 1, net: 2_000 })];
    const forAsn = planReturn(sold, true, [wish(1, 3), wish(2, 1)]);
    expect(forAsn).toMatchObject({ value: { total: 12_000, counted: 10_000 } });
    const forPublic = planReturn(sold, false, [wish(1, 3)]);
    expect(forPublic).toMatchObject({ value: { total: 10_000, counted: 0 } });
  });

  test("never takes more than was sold, in one wish or in several", () => {
    const sold = [line({ returnedQty: 1, refunded: 3_333 })];
    expect(planReturn(sold, true, [wish(1, 3)])).toEqual({ ok: false, code: "RETURN_TOO_MANY" });
    const twice = planReturn(sold, true, [wish(1, 2), wish(1, 1)]);
    expect(twice).toEqual({ ok: false, code: "RETURN_TOO_MANY" });
  });

  test.each([
    ["nothing", [], "RETURN_EMPTY"],
    ["a line that was not sold", [wish(9, 1)], "LINE_NOT_FOUND"],
    ["no piece", [wish(1, 0)], "QTY_NOT_WHOLE"],
    ["half a piece", [wish(1, 0.5)], "QTY_NOT_WHOLE"],
  ] as const)("of %s is refused", (_what, wishes, code) => {
    expect(planReturn([line()], true, wishes)).toEqual({ ok: false, code });
  });
});

describe("a voided sale's money", () => {
  test("goes back the way it came, cash without the change", () => {
    const tenders = [
      { kind: "QRIS", amount: 20_000 },
      { kind: "CASH", amount: 50_000 },
    ] as const;
    expect(voidRefunds(tenders, 15_000)).toEqual([
      { no: 1, kind: "QRIS", amount: 20_000 },
      { no: 2, kind: "CASH", amount: 35_000 },
    ]);
  });

  test("of a sale for nothing is nothing, in cash", () => {
    const back = voidRefunds([{ kind: "CASH", amount: 5_000 }], 5_000);
    expect(back).toEqual([{ no: 1, kind: "CASH", amount: 0 }]);
  });
});

describe("a reversal's figures", () => {
  const sums = {
    lines: [{ qty: 1, refund: 5_000 }],
    refunds: [{ no: 1, amount: 5_000 }],
    total: 5_000,
    counted: 5_000,
    turnover: 20_000,
    reversals: 5_000,
  };
  test("agree when lines, money paid back and running sum bear the total out", () => {
    expect(checkReversalSums(sums).ok).toBe(true);
    const { lines: _lines, ...ofVoid } = sums;
    expect(checkReversalSums(ofVoid).ok).toBe(true);
  });

  test.each([
    ["lines", { lines: [{ qty: 1, refund: 4_000 }] }],
    ["no line", { lines: [] }],
    ["money paid back", { refunds: [{ no: 1, amount: 4_999 }] }],
    ["numbering", { refunds: [{ no: 2, amount: 5_000 }] }],
    ["counted above total", { counted: 5_001 }],
    ["a running sum below it", { reversals: 4_999 }],
  ])("do not agree with other %s", (_what, change) => {
    expect(checkReversalSums({ ...sums, ...change })).toEqual({ ok: false, code: "ENTRY_SUMS" });
  });
});
