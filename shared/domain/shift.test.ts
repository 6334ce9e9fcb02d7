import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkCashCount,
  checkCashMove,
  checkShiftSums,
  DENOMINATIONS,
  type ShiftEntry,
  type ShiftFigures,
  sealedText,
  sumShift,
} from "./shift.ts";

const amount = fc.integer({ min: 0, max: 1_000_000 });
const tender = fc.record({
  kind: fc.constantFrom("CASH" as const, "QRIS" as const, "TRANSFER" as const, "CARD" as const),
  amount,
});

/** A sale whose tenders come to its total and change, as the till takes them. */
const sale: fc.Arbitrary<ShiftEntry> = fc
  .record({ tenders: fc.array(tender, { minLength: 1, maxLength: 3 }), discount: amount })
  .chain(({ tenders, discount }) => {
    const cash = tenders.reduce((sum, one) => sum + (one.kind === "CASH" ? one.amount : 0), 0);
    const paid = tenders.reduce((sum, one) => sum + one.amount, 0);
    return fc.integer({ min: 0, max: cash }).map((change) => ({
      kind: "SALE" as const,
      saleId: "sale",
      total: paid - change,
      tenders,
      change,
      lines: [{ lineDiscount: discount, saleDiscount: 0 }],
    }));
  });
const entry: fc.Arbitrary<ShiftEntry> = fc.oneof(
  sale,
  fc.record({
    kind: fc.constantFrom("RETURN" as const, "VOID" as const),
    total: amount,
    refunds: fc.array(tender, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant("CASH_MOVED" as const),
    direction: fc.constantFrom("IN" as const, "OUT" as const),
    amount,
  }),
);
const day = fc.record({ float: amount, entries: fc.array(entry, { maxLength: 40 }) });

describe("a shift's figures", () => {
  test("do not depend on the order of its entries", () => {
    fc.assert(
      fc.property(day, ({ float, entries }) => {
        expect(sumShift(float, [...entries].reverse())).toEqual(sumShift(float, entries));
      }),
    );
  });

  test("of two parts of a day come to the day's", () => {
    fc.assert(
      fc.property(day, fc.nat(40), ({ float, entries }, cut) => {
        const morning = sumShift(float, entries.slice(0, cut));
        const evening = sumShift(morning.expected, entries.slice(cut));
        const whole = sumShift(float, entries);
        expect(evening.expected).toBe(whole.expected);
        expect(morning.sales.total + evening.sales.total).toBe(whole.sales.total);
        expect(morning.voids.count + evening.voids.count).toBe(whole.voids.count);
      }),
    );
  });

  test("expect of the cash what came in less what went out, whatever was paid otherwise", () => {
    const figures = sumShift(200_000, [
      {
        kind: "SALE",
        saleId: "one",
        total: 90_000,
        tenders: [
          { kind: "QRIS", amount: 40_000 },
          { kind: "CASH", amount: 100_000 },
        ],
        change: 50_000,
        lines: [{ lineDiscount: 1_000, saleDiscount: 500 }],
      },
      { kind: "CASH_MOVED", direction: "IN", amount: 10_000 },
      { kind: "CASH_MOVED", direction: "OUT", amount: 60_000 },
      { kind: "RETURN", total: 30_000, refunds: [{ kind: "CASH", amount: 30_000 }] },
      { kind: "VOID", total: 40_000, refunds: [{ kind: "QRIS", amount: 40_000 }] },
    ]);
    expect(figures).toEqual({
      float: 200_000,
      cashSales: 50_000,
      cashIn: 10_000,
      cashOut: 60_000,
      cashRefunds: 30_000,
      expected: 170_000,
      sales: {
        count: 1,
        total: 90_000,
        byTender: { CASH: 50_000, QRIS: 40_000, TRANSFER: 0, CARD: 0 },
        discounts: 1_500,
      },
      returns: { count: 1, total: 30_000 },
      voids: { count: 1, total: 40_000 },
    });
  });
});

/** The end of a shift that was counted so. */
function ended(figures: ShiftFigures, pieces: readonly number[]) {
  const counted = checkCashCount(
    DENOMINATIONS.map((value, index) => ({ value, pieces: pieces[index] ?? 0 })),
  );
  if (!counted.ok) throw new Error(counted.code);
  const { counts, total } = counted.value;
  const difference = total - figures.expected;
  const reason = difference === 0 ? null : ("UNKNOWN" as const);
  const sealed = { count: figures.sales.count };
  return { ...figures, counts, counted: total, difference, reason, sealed };
}

describe("a closed shift", () => {
  const counted = fc.array(fc.nat(50), { maxLength: DENOMINATIONS.length });

  test("adds up, however it was counted", () => {
    fc.assert(
      fc.property(day, counted, ({ float, entries }, pieces) => {
        expect(checkShiftSums(ended(sumShift(float, entries), pieces)).ok).toBe(true);
      }),
    );
  });

  test.each([
    "float",
    "cashIn",
    "cashOut",
    "cashRefunds",
    "expected",
    "counted",
    "difference",
  ] as const)("does not add up once its %s is another", (name) => {
    fc.assert(
      fc.property(day, counted, ({ float, entries }, pieces) => {
        const body = ended(sumShift(float, entries), pieces);
        expect(checkShiftSums({ ...body, [name]: body[name] + 1 }).ok).toBe(false);
      }),
    );
  });
});

describe("counted cash", () => {
  test("is kept by value, without what nobody counted a piece of", () => {
    const counts = [
      { value: 500, pieces: 3 },
      { value: 1_000, pieces: 0 },
      { value: 100_000, pieces: 2 },
    ];
    expect(checkCashCount(counts)).toEqual({
      ok: true,
      value: {
        counts: [
          { value: 100_000, pieces: 2 },
          { value: 500, pieces: 3 },
        ],
        total: 201_500,
      },
    });
  });

  test.each([
    ["a value that is not made", [{ value: 75_000, pieces: 1 }]],
    ["half a note", [{ value: 50_000, pieces: 0.5 }]],
    ["fewer than none", [{ value: 50_000, pieces: -1 }]],
    ["more than a drawer holds", [{ value: 50_000, pieces: 100_000 }]],
    [
      "a value named twice",
      [
        { value: 50_000, pieces: 1 },
        { value: 50_000, pieces: 1 },
      ],
    ],
  ])("is refused for %s", (_what, counts) => {
    expect(checkCashCount(counts)).toEqual({ ok: false, code: "CASH_COUNT_INVALID" });
  });
});

test("cash moves in whole rupiah, from 1 to 100 million", () => {
  expect([1, 100_000_000].map((one) => checkCashMove(one).ok)).toEqual([true, true]);
  expect([0, -1, 1.5, 100_000_001].map((one) => checkCashMove(one).ok)).not.toContain(true);
});

test("a seal is over the ids in order, one a line", () => {
  expect(sealedText(["a", "b"])).toBe("a\nb");
  expect(sealedText([])).toBe("");
});
