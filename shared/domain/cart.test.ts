import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addLine,
  type Cart,
  type CartProduct,
  checkBuyer,
  clearBuyer,
  confirmBuyer,
  emptyCart,
  MAX_LINES,
  removeLine,
  setBuyer,
  setLineDiscount,
  setProxy,
  setQty,
  stepQty,
  setSaleDiscount,
} from "./cart.ts";
import { MAX_QTY, MAX_TOTAL, MAX_UNIT_PRICE, rupiah } from "./money.ts";
import { priceCart } from "./pricing.ts";
import { cashRounding } from "./tender.ts";

fc.configureGlobal({ seed: 20_261_122 });

const product = (no: number, unitPrice = 35_000): CartProduct => ({
  productId: `product-${no}`,
  makerId: `maker-${no % 3}`,
  name: `Kopi ${no}`,
  makerName: `UMKM ${no % 3}`,
  pictureKey: "kopi",
  unitPrice,
  mayCount: no % 2 === 0,
  shareBp: 1_000,
});
const asn = {
  kind: "ASN",
  personId: "person-1",
  assurance: "TYPED_NIP",
  cardSerial: null,
  match: "MATCHED",
  confirmed: false,
  proxy: false,
} as const;

function filled(...lines: readonly (readonly [no: number, qty: number, price?: number])[]): Cart {
  return lines.reduce((cart, [no, qty, price]) => {
    const added = addLine(cart, product(no, price), qty);
    return added.ok ? added.value.cart : cart;
  }, emptyCart());
}

const WRONG_QTY = [
  [0, "QTY_ZERO"],
  [-0, "QTY_ZERO"],
  [-1, "QTY_NEGATIVE"],
  [-1.5, "QTY_NEGATIVE"],
  [Number.NEGATIVE_INFINITY, "QTY_NEGATIVE"],
  [1.5, "QTY_NOT_WHOLE"],
  [Number.NaN, "QTY_NOT_WHOLE"],
  [MAX_QTY + 1, "QTY_TOO_LARGE"],
  [1e300, "QTY_TOO_LARGE"],
  [Number.POSITIVE_INFINITY, "QTY_TOO_LARGE"],
] as const;

describe("adding goods", () => {
  test("the same goods grow their line, other goods get the next number", () => {
    const cart = filled([1, 1], [2, 3], [1, 2]);
    expect(cart.lines.map(({ lineNo, qty }) => [lineNo, qty])).toEqual([
      [1, 3],
      [2, 3],
    ]);
  });

  test("goods whose price changed meanwhile stand on a line of their own", () => {
    const cart = filled([1, 1, 35_000], [1, 1, 36_000]);
    expect(cart.lines.map((line) => line.unitPrice)).toEqual([35_000, 36_000]);
  });

  test.each(WRONG_QTY)("a quantity of %d is refused as %s", (qty, code) => {
    expect(addLine(emptyCart(), product(1), qty)).toEqual({ ok: false, code });
    expect(setQty(filled([1, 1]), 1, qty)).toEqual({ ok: false, code });
  });

  test("a line cannot grow past 9,999 pieces", () => {
    expect(addLine(filled([1, MAX_QTY]), product(1), 1)).toEqual({
      ok: false,
      code: "QTY_TOO_LARGE",
    });
  });

  test.each([
    [MAX_UNIT_PRICE + 1, "AMOUNT_TOO_LARGE"],
    [-1, "AMOUNT_MALFORMED"],
    [0.5, "AMOUNT_MALFORMED"],
    [Number.NaN, "AMOUNT_MALFORMED"],
  ] as const)("a price of %d is refused as %s", (price, code) => {
    expect(addLine(emptyCart(), product(1, price), 1)).toEqual({ ok: false, code });
  });

  test("a cart beyond the largest total is refused, not overflowed", () => {
    const refused = { ok: false, code: "AMOUNT_TOO_LARGE" };
    const full = filled([1, MAX_TOTAL / MAX_UNIT_PRICE, MAX_UNIT_PRICE]);
    expect(addLine(full, product(2, 1), 1)).toEqual(refused);
    expect(setQty(full, 1, MAX_QTY)).toEqual(refused);
  });

  test("a cart takes no more lines than the journal does", () => {
    const lines = Array.from({ length: MAX_LINES }, (_, no) => [no, 1, 1] as const);
    expect(addLine(filled(...lines), product(MAX_LINES), 1)).toEqual({
      ok: false,
      code: "QTY_TOO_LARGE",
    });
  });
});

describe("changing a cart", () => {
  test("a line that is not there is named as such", () => {
    const missing = { ok: false, code: "LINE_NOT_FOUND" };
    expect(setQty(filled([1, 1]), 2, 1)).toEqual(missing);
    expect(removeLine(filled([1, 1]), 2)).toEqual(missing);
    expect(setLineDiscount(emptyCart(), 1, 0)).toEqual(missing);
  });

  test("a step counts from the pieces there are, and stops at one", () => {
    const qtyAfter = (by: number) => {
      const stepped = stepQty(filled([1, 3]), 1, by);
      return stepped.ok && stepped.value.lines[0]?.qty;
    };
    expect([1, -1, -5].map(qtyAfter)).toEqual([4, 2, 1]);
    expect(stepQty(filled([1, MAX_QTY]), 1, 1)).toEqual({ ok: false, code: "QTY_TOO_LARGE" });
    expect(stepQty(emptyCart(), 1, 1)).toEqual({ ok: false, code: "LINE_NOT_FOUND" });
  });

  test("a removed line's number is not given again", () => {
    const removed = removeLine(filled([1, 1], [2, 1]), 2);
    const added = removed.ok ? addLine(removed.value, product(3), 1) : removed;
    expect(added.ok && added.value.lineNo).toBe(3);
  });

  test("no discount is larger than what it is given on", () => {
    const cart = filled([1, 2]);
    const tooLarge = { ok: false, code: "DISCOUNT_TOO_LARGE" };
    expect(setLineDiscount(cart, 1, 70_001)).toEqual(tooLarge);
    expect(setSaleDiscount(cart, 70_001)).toEqual(tooLarge);
    expect(setLineDiscount(cart, 1, -1)).toEqual({ ok: false, code: "AMOUNT_MALFORMED" });
    expect(setSaleDiscount(cart, 0.5)).toEqual({ ok: false, code: "AMOUNT_MALFORMED" });
    const discounted = setLineDiscount(cart, 1, 40_000);
    expect(discounted.ok && setQty(discounted.value, 1, 1)).toEqual(tooLarge);
  });

  test("a sale discount that no longer fits is cut to what is left", () => {
    const cart = setSaleDiscount(filled([1, 1, 50_000], [2, 1, 1_000]), 40_000);
    const left = cart.ok ? removeLine(cart.value, 1) : cart;
    expect(left.ok && priceCart(left.value).total).toBe(0);
  });
});

describe("the buyer of a cart", () => {
  test("must be set, and confirmed when only a NIP was given", () => {
    expect(checkBuyer(null)).toEqual({ ok: false, code: "BUYER_NOT_SET" });
    expect(checkBuyer(asn)).toEqual({ ok: false, code: "BUYER_NOT_CONFIRMED" });
    expect(checkBuyer({ ...asn, assurance: "NIP_QR" }).ok).toBe(false);
    expect(checkBuyer({ ...asn, assurance: "SIGNED_CARD" }).ok).toBe(true);
    expect(checkBuyer({ kind: "PUBLIC" }).ok).toBe(true);
    const confirmed = confirmBuyer(setBuyer(emptyCart(), asn));
    expect(confirmed.ok && checkBuyer(confirmed.value.buyer).ok).toBe(true);
  });

  test("is one at a time, and a proxy carries an ASN's card only", () => {
    const cart = setBuyer(setBuyer(emptyCart(), asn), { kind: "PUBLIC" });
    expect(cart.buyer).toEqual({ kind: "PUBLIC" });
    expect(setProxy(cart, true)).toEqual({ ok: false, code: "BUYER_NOT_SET" });
    expect(confirmBuyer(clearBuyer(cart))).toEqual({ ok: false, code: "BUYER_NOT_SET" });
    const carried = setProxy(setBuyer(cart, asn), true);
    expect(carried.ok && carried.value.buyer).toEqual({ ...asn, proxy: true });
  });
});

describe("pricing", () => {
  const anyCart = fc
    .array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 99 }), fc.nat(750_000)), { maxLength: 12 })
    .map((lines) => filled(...lines));
  const share = fc.integer({ min: 0, max: 100 });

  function discounted(cart: Cart, lineShare: number, saleShare: number): Cart {
    const line = cart.lines[0];
    const off = line === undefined ? 0 : Math.floor((line.unitPrice * line.qty * lineShare) / 100);
    const first = line === undefined ? null : setLineDiscount(cart, line.lineNo, off);
    const once = first?.ok ? first.value : cart;
    const whole = priceCart(once).total;
    const second = setSaleDiscount(once, Math.floor((whole * saleShare) / 100));
    return second.ok ? second.value : once;
  }

  test("the lines add up to the total, to the rupiah, with any discounts and rounding", () => {
    fc.assert(
      fc.property(
        anyCart,
        share,
        share,
        fc.constantFrom(1, 100, 500, 1_000),
        (cart, line, sale, step) => {
          const whole = discounted(cart, line, sale);
          const { total } = priceCart(whole);
          const priced = priceCart(whole, cashRounding(total, [{ kind: "CASH", amount: 0 }], step));
          const sum = (of: (priced: (typeof lines)[number]) => number) =>
            lines.reduce((total, one) => total + of(one), 0);
          const { lines } = priced;
          expect(sum((one) => one.net)).toBe(priced.total);
          expect(sum((one) => one.gross)).toBe(priced.subtotal);
          expect(sum((one) => one.discount)).toBe(priced.discount);
          expect(priced.subtotal - priced.discount).toBe(priced.total);
          expect(sum((one) => (one.mayCount ? one.net : 0))).toBe(priced.counts);
          expect(priced.total % step).toBe(0);
          expect(priced.rounding).toBeLessThan(step);
          expect(lines.every((one) => one.net >= 0 && one.net <= one.gross)).toBe(true);
        },
      ),
    );
  });

  test("any run of commands keeps the lines apart and never throws", () => {
    const command = fc.record({
      what: fc.constantFrom("add", "qty", "remove", "line", "sale"),
      no: fc.nat(8),
      amount: fc.oneof(fc.integer({ min: -5, max: 20_000 }), fc.double()),
    });
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        let cart = emptyCart();
        for (const { what, no, amount } of commands) {
          const added = what === "add" ? addLine(cart, product(no), amount) : null;
          const next =
            added !== null
              ? added.ok && { ok: true as const, value: added.value.cart }
              : what === "qty"
                ? setQty(cart, no, amount)
                : what === "remove"
                  ? removeLine(cart, no)
                  : what === "line"
                    ? setLineDiscount(cart, no, amount)
                    : setSaleDiscount(cart, amount);
          if (next !== false && next.ok) cart = next.value;
          const numbers = cart.lines.map((line) => line.lineNo);
          expect(new Set(numbers).size).toBe(numbers.length);
          expect(Math.max(0, ...numbers)).toBeLessThan(cart.nextLineNo);
          expect(priceCart(cart).total).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("cash is only ever rounded down", () => {
    const rounded = priceCart(filled([1, 1, 12_345]), rupiah(45));
    expect(rounded).toMatchObject({ total: 12_300, rounding: 45 });
  });
});
