import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatRupiah,
  MAX_TOTAL,
  parseRupiah,
  percentOf,
  quickAmounts,
  type Rupiah,
  refundOf,
  rupiah,
  spreadDiscount,
  sumRupiah,
} from "./money.ts";

fc.configureGlobal({ seed: 20_261_122 });

const amount = (max = MAX_TOTAL) => fc.integer({ min: 0, max }).map(rupiah);
const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);

describe("writing and reading rupiah", () => {
  test("writes dots between thousands, in ASCII only", () => {
    expect(formatRupiah(50_000)).toBe("Rp50.000");
    expect(formatRupiah(0)).toBe("Rp0");
    expect(formatRupiah(-1_250_000)).toBe("-Rp1.250.000");
    fc.assert(fc.property(amount(), (a) => /^[\x20-\x7e]+$/.test(formatRupiah(a))));
  });

  test("reads back whatever it writes", () => {
    fc.assert(
      fc.property(amount(), (a) => {
        expect(parseRupiah(formatRupiah(a))).toEqual({ ok: true, value: a });
      }),
    );
  });

  test.each([
    ["100.000", 100_000],
    ["100000", 100_000],
    ["Rp 1.250.000", 1_250_000],
    ["rp.75.000", 75_000],
    ["Rp\u00a050.000", 50_000],
    ["Rp50.000,-", 50_000],
    ["50rb", 50_000],
    ["50 ribu", 50_000],
    ["2jt", 2_000_000],
    ["0", 0],
  ])("a cashier typing %s means %d", (text, value) => {
    expect(parseRupiah(text)).toEqual({ ok: true, value });
  });

  test("section 9 row 14, Rp100.000 read as Rp100: it is a hundred thousand, however it is typed", () => {
    for (const text of [
      "100.000",
      "Rp100.000",
      "Rp 100.000",
      "Rp\u00a0100.000",
      "100000",
      "100rb",
    ]) {
      expect(parseRupiah(text)).toEqual({ ok: true, value: 100_000 });
    }
    for (const text of ["100.00", "100,000.5", "100.0000"]) {
      expect(parseRupiah(text).ok).toBe(false);
    }
  });

  test.each([
    "",
    "Rp",
    "100,5",
    "100.5",
    "10.00",
    "1.0000",
    "0.500",
    "1,5jt",
    "-5000",
    "+5000",
    "1e6",
    "0x10",
    "5 000.0",
    "NaN",
    "Infinity",
    "\u0661\u0662\u0663",
    "9".repeat(65),
  ])("refuses %j as no amount", (text) => {
    expect(parseRupiah(text)).toEqual({ ok: false, code: "AMOUNT_MALFORMED" });
  });

  test.each(["1000000000001", "9".repeat(64), "999.999.999.999.999", "9999999jt"])(
    "refuses %s as too much",
    (text) => {
      expect(parseRupiah(text)).toEqual({ ok: false, code: "AMOUNT_TOO_LARGE" });
    },
  );

  test("never throws on any text, and never gives what is no amount", () => {
    const near = fc.string({ unit: fc.constantFrom(..."0123456789.,-Rprbjt \u00a0") });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), near), (text) => {
        const parsed = parseRupiah(text);
        if (parsed.ok) expect(rupiah(parsed.value)).toBe(parsed.value);
      }),
      { numRuns: 20_000 },
    );
  });

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -0])(
    "%d is not an amount of rupiah",
    (n) => expect(() => rupiah(n)).toThrow(RangeError),
  );
});

describe("shares and refunds", () => {
  test("a percentage rounds half up", () => {
    expect(percentOf(rupiah(5), 1_000)).toBe(1);
    expect(percentOf(rupiah(4), 1_000)).toBe(0);
    expect(percentOf(rupiah(35_000), 1_000)).toBe(3_500);
    expect(percentOf(rupiah(999), 10_000)).toBe(999);
  });

  test("section 9 row 18, one-rupiah rounding gaps, in discounts: a whole-sale discount is spread to the last rupiah", () => {
    const sale = fc
      .array(amount(9_999_000_000_000), { minLength: 1, maxLength: 40 })
      .chain((nets) =>
        fc.tuple(fc.constant(nets), fc.integer({ min: 0, max: sum(nets) }).map(rupiah)),
      );
    fc.assert(
      fc.property(sale, ([nets, discount]) => {
        const spread = spreadDiscount(nets, discount);
        const whole = BigInt(sum(nets));
        expect(sum(spread)).toBe(discount);
        for (const [index, net] of nets.entries()) {
          const share = BigInt(spread[index] ?? -1);
          const exact = BigInt(net) * BigInt(discount);
          expect(share <= BigInt(net)).toBe(true);
          expect(share * whole > exact - whole && share * whole < exact + whole).toBe(true);
        }
      }),
    );
  });

  test("the rupiah left over go to the largest remainders, ties to the lower line", () => {
    expect(spreadDiscount([70_000, 35_000].map(rupiah), rupiah(5_000))).toEqual([3_333, 1_667]);
    expect(spreadDiscount([100, 100, 100].map(rupiah), rupiah(2))).toEqual([1, 1, 0]);
    expect(spreadDiscount([0, 100].map(rupiah), rupiah(1))).toEqual([0, 1]);
    expect(spreadDiscount([0, 0].map(rupiah), rupiah(0))).toEqual([0, 0]);
    expect(() => spreadDiscount([rupiah(1)], rupiah(2))).toThrow(RangeError);
  });

  test("section 9 row 18, one-rupiah rounding gaps, in returns: pieces returned in any portions pay back the line exactly", () => {
    const line = fc.record({ net: amount(), qty: fc.integer({ min: 1, max: 9_999 }) });
    fc.assert(
      fc.property(line, fc.array(fc.integer({ min: 1, max: 5_000 })), ({ net, qty }, portions) => {
        let returnedBefore = 0;
        let refundedBefore = rupiah(0);
        for (const portion of [...portions, qty]) {
          const returning = Math.min(portion, qty - returnedBefore);
          if (returning < 1) continue;
          const refund = refundOf({ net, qty, returnedBefore, refundedBefore, returning });
          returnedBefore += returning;
          refundedBefore = rupiah(refundedBefore + refund);
          expect(refundedBefore).toBe(
            Math.floor(Number((BigInt(net) * BigInt(returnedBefore)) / BigInt(qty))),
          );
        }
        expect(refundedBefore).toBe(net);
      }),
    );
  });

  test("more pieces than were sold are not refunded", () => {
    const line = { net: rupiah(100), qty: 2, returnedBefore: 1, refundedBefore: rupiah(50) };
    expect(() => refundOf({ ...line, returning: 2 })).toThrow(RangeError);
    expect(() => refundOf({ ...line, returning: 0 })).toThrow(RangeError);
  });

  test("a sum beyond what a number holds exactly is refused, not rounded", () => {
    const huge = Number.MAX_SAFE_INTEGER as Rupiah;
    expect(() => sumRupiah([huge, rupiah(1)])).toThrow(RangeError);
  });
});

describe("quick cash amounts", () => {
  test("offer the exact total and the likely notes", () => {
    expect(quickAmounts(rupiah(85_000))).toEqual([85_000, 90_000, 100_000]);
    expect(quickAmounts(rupiah(7_500))).toEqual([7_500, 10_000, 20_000, 50_000, 100_000]);
    expect(quickAmounts(rupiah(0))).toEqual([0]);
  });

  test("ascend, are unique, start at the total and number six at most", () => {
    fc.assert(
      fc.property(amount(), (total) => {
        const offers = quickAmounts(total);
        expect(offers[0]).toBe(total);
        expect(offers.every((offer, i) => i === 0 || offer > (offers[i - 1] ?? 0))).toBe(true);
        expect(offers.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});
