import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addLine, type CartBuyer, emptyCart, setSaleDiscount } from "./cart.ts";
import { MAX_TOTAL } from "./money.ts";
import { priceCart } from "./pricing.ts";
import { parseReceiptNumber, receiptNumber, checkSaleNumber } from "./receipt-number.ts";
import { buildSaleBody, type SaleBody, type SaleInput } from "./sale.ts";
import { checkSaleSums } from "./sale-sums.ts";
import { checkFloat, MAX_FLOAT } from "./shift.ts";

fc.configureGlobal({ seed: 20_261_122 });

const asn: CartBuyer = {
  kind: "ASN",
  personId: "019a41c2-7c00-7000-8000-000000000150",
  assurance: "SIGNED_CARD",
  cardSerial: 7_001,
  match: "MATCHED",
  confirmed: false,
  proxy: false,
};
type Goods = readonly {
  readonly price: number;
  readonly qty: number;
  readonly mayCount: boolean;
}[];

function saleInput(goods: Goods, discount: number, over: Partial<SaleInput> = {}): SaleInput {
  let cart = emptyCart();
  for (const [index, { price, qty, mayCount }] of goods.entries()) {
    const names = { productId: `p${index}`, makerId: "m", name: "Kopi", makerName: "UMKM" };
    const product = { ...names, pictureKey: "kopi", unitPrice: price, mayCount, shareBp: 1_000 };
    const added = addLine(cart, product, qty);
    if (added.ok) cart = added.value.cart;
  }
  const discounted = setSaleDiscount(cart, discount);
  const priced = priceCart(discounted.ok ? discounted.value : cart);
  return {
    head: { at: "2026-11-02T01:04:09.120Z", clock: "CENTRE", actorId: "a", commandId: "c" },
    ids: { saleId: "s", shiftId: "h", outletId: "o" },
    number: "KB-01-261102-000001",
    feedSeq: 118,
    priced,
    expectedTotal: priced.total,
    buyer: asn,
    tenders: [{ kind: "CASH", amount: priced.total, confirmedBy: null }],
    turnoverBefore: 0,
    reversals: 0,
    privateHash: null,
    ...over,
  };
}
const GOODS: Goods = [
  { price: 35_000, qty: 2, mayCount: true },
  { price: 35_000, qty: 1, mayCount: false },
];
const cash = (amount: number) => [{ kind: "CASH", amount, confirmedBy: null }] as const;
const anyGoods = fc.array(
  fc.record({
    price: fc.integer({ min: 0, max: 1_000_000_000 }),
    qty: fc.integer({ min: 1, max: 100 }),
    mayCount: fc.boolean(),
  }),
  { minLength: 1, maxLength: 10 },
);

function built(goods: Goods = GOODS, discount = 5_000): SaleBody {
  const body = buildSaleBody(saleInput(goods, discount));
  if (!body.ok) throw new Error(body.code);
  return body.value;
}

describe("deciding a sale", () => {
  test("gives the whole body, lines numbered from one", () => {
    const input = saleInput(GOODS, 5_000, { tenders: cash(150_000), turnoverBefore: 1_000 });
    const body = buildSaleBody(input);
    expect(body.ok && body.value).toMatchObject({
      period: "2026-11",
      total: 100_000,
      counted: 66_667,
      change: 50_000,
      turnover: 101_000,
      lines: [
        { no: 1, saleDiscount: 3_333, net: 66_667 },
        { no: 2, saleDiscount: 1_667, net: 33_333 },
      ],
    });
  });

  test("an approval stands after the command, and is absent where none was needed", () => {
    const approval = { approverId: "b", action: "DISCOUNT" };
    const input = saleInput(GOODS, 0);
    const body = buildSaleBody({ ...input, head: { ...input.head, approval } });
    expect(body.ok && Object.keys(body.value).indexOf("approval")).toBe(6);
    expect(Object.keys(built())).not.toContain("approval");
  });

  test("only a sale to an ASN counts", () => {
    const body = buildSaleBody(saleInput(GOODS, 0, { buyer: { kind: "PUBLIC" } }));
    expect(body.ok && body.value.counted).toBe(0);
    expect(body.ok && body.value.buyer).toEqual({
      kind: "PUBLIC",
      personId: null,
      assurance: null,
      cardSerial: null,
      proxy: false,
      match: "NONE",
    });
  });

  test("an unknown ASN is sold to, and waits to be matched", () => {
    const buyer = { ...asn, personId: null, match: "PENDING" } as const;
    const body = buildSaleBody(saleInput(GOODS, 0, { buyer }));
    expect(body.ok && body.value).toMatchObject({ counted: 70_000, buyer: { match: "PENDING" } });
  });

  test.each([
    ["nothing in it", saleInput([], 0), "CART_EMPTY"],
    ["a total the cashier did not see", saleInput(GOODS, 0, { expectedTotal: 1 }), "TOTAL_CHANGED"],
    ["cash below the total", saleInput(GOODS, 0, { tenders: cash(104_999) }), "TENDER_BELOW_TOTAL"],
    ["no tender", saleInput(GOODS, 0, { tenders: [] }), "TENDER_BELOW_TOTAL"],
    ["a fraction of cash", saleInput(GOODS, 0, { tenders: cash(105_000.5) }), "AMOUNT_MALFORMED"],
    ["negative cash", saleInput(GOODS, 0, { tenders: cash(-105_000) }), "AMOUNT_MALFORMED"],
    [
      "cash that is no number",
      saleInput(GOODS, 0, { tenders: cash(Number.NaN) }),
      "AMOUNT_MALFORMED",
    ],
    ["absurd cash", saleInput(GOODS, 0, { tenders: cash(MAX_TOTAL + 1) }), "AMOUNT_TOO_LARGE"],
    [
      "change on what is no cash",
      saleInput(GOODS, 0, { tenders: [{ kind: "QRIS", amount: 105_001, confirmedBy: "cashier" }] }),
      "TENDER_ABOVE_TOTAL",
    ],
    [
      "a turnover beyond exact numbers",
      saleInput(GOODS, 0, { turnoverBefore: Number.MAX_SAFE_INTEGER }),
      "AMOUNT_TOO_LARGE",
    ],
  ] as const)("a sale with %s is refused", (_what, input, code) => {
    expect(buildSaleBody(input)).toEqual({ ok: false, code });
  });

  test("its figures always agree, whatever was sold and taken off", () => {
    fc.assert(
      fc.property(anyGoods, fc.nat(1_000_000), (goods, discount) => {
        const body = built(goods, discount);
        expect(checkSaleSums(body)).toEqual({ ok: true, value: true });
        expect(body.turnover).toBe(body.total);
      }),
    );
  });
});

describe("checking a sale's figures", () => {
  const line = (over: object) => (body: SaleBody) => ({
    ...body,
    lines: body.lines.map((one, i) => (i === 0 ? { ...one, ...over } : one)),
  });
  test.each<[string, (body: SaleBody) => SaleBody]>([
    ["another total", (body) => ({ ...body, total: body.total + 1 })],
    ["another counted", (body) => ({ ...body, counted: body.counted + 1 })],
    ["counted for nobody", (body) => ({ ...body, buyer: { ...body.buyer, kind: "PUBLIC" } })],
    ["another change", (body) => ({ ...body, change: 1 })],
    ["turnover below the total", (body) => ({ ...body, turnover: body.total - 1 })],
    ["no lines", (body) => ({ ...body, lines: [] })],
    ["no tenders", (body) => ({ ...body, tenders: [] })],
    [
      "tenders out of order",
      (body) => ({ ...body, tenders: body.tenders.map((t) => ({ ...t, no: 2 })) }),
    ],
    ["another net", line({ net: 66_668 })],
    ["another price", line({ unitPrice: 35_001 })],
    ["a line number twice", line({ no: 2 })],
    ["no pieces", line({ qty: 0 })],
    ["a part of a piece", line({ qty: 0.5 })],
    ["too many pieces", line({ qty: 10_000, unitPrice: 7, net: 66_667 })],
    ["a price beyond the format", line({ unitPrice: 2_000_000_000 })],
    ["a negative discount", line({ lineDiscount: -1, net: 66_668 })],
    ["a text for a number", line({ net: "66667" })],
  ])("%s is found", (_what, change) => {
    expect(checkSaleSums(change(built()))).toEqual({ ok: false, code: "ENTRY_SUMS" });
  });

  test("a spread that favours another line is found even when all sums agree", () => {
    const body = built();
    const moved = body.lines.map((one, i) => ({
      ...one,
      saleDiscount: one.saleDiscount + (i === 0 ? 1 : -1),
      net: one.net + (i === 0 ? -1 : 1),
    }));
    const counted = moved[0]?.net ?? 0;
    expect(checkSaleSums({ ...body, lines: moved, counted })).toEqual({
      ok: false,
      code: "ENTRY_SUMS",
    });
  });
});

describe("receipt numbers", () => {
  const anyNumber = fc.record({
    outletCode: fc.stringMatching(/^[A-Z0-9]{2,4}$/),
    tillCode: fc.stringMatching(/^[0-9]{2}$/),
    atMs: fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2098, 0, 1) }),
    counter: fc.integer({ min: 1, max: 999_999_999_999 }),
  });

  test("read back as they were made, past six digits too", () => {
    fc.assert(
      fc.property(anyNumber, (parts) => {
        const parsed = parseReceiptNumber(receiptNumber(parts));
        const { outletCode, tillCode, counter } = parts;
        expect(parsed.ok && parsed.value).toMatchObject({ outletCode, tillCode, counter });
      }),
    );
    expect(receiptNumber({ outletCode: "KB", tillCode: "01", atMs: 0, counter: 1_234_567 })).toBe(
      "KB-01-700101-1234567",
    );
  });

  test.each([
    "",
    "KB-01-261102-1",
    "KB-01-261102-000000",
    "KB-01-261102-0000001",
    "K-01-261102-000001",
    "kb-01-261102-000001",
    "KB-1-261102-000001",
    "KB-01-261102-000001\n",
    "KB-01-261102-1234567890123",
  ])("%j is none", (text) => {
    expect(parseReceiptNumber(text)).toEqual({ ok: false, code: "ENTRY_NUMBER" });
  });

  test("belong to one till and the WIB date of the sale", () => {
    const till = { outletCode: "KB", tillCode: "01" };
    const refused = { ok: false, code: "ENTRY_NUMBER" };
    const sale = {
      number: "KB-01-261102-000001",
      at: "2026-11-01T17:00:00.000Z",
      period: "2026-11",
    };
    expect(checkSaleNumber(sale, till).ok).toBe(true);
    expect(checkSaleNumber({ ...sale, at: "2026-11-01T16:59:59.999Z" }, till)).toEqual(refused);
    expect(checkSaleNumber({ ...sale, period: "2026-12" }, till)).toEqual(refused);
    expect(checkSaleNumber({ ...sale, at: "soon" }, till)).toEqual(refused);
    expect(checkSaleNumber(sale, { ...till, tillCode: "02" })).toEqual(refused);
    expect(checkSaleNumber({ ...sale, number: "?" }, till)).toEqual(refused);
  });

  test("never make a parser throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        parseReceiptNumber(text);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe("the float of a shift", () => {
  test.each([0, 200_000, MAX_FLOAT])("may be %d", (float) => {
    expect(checkFloat(float)).toEqual({ ok: true, value: float });
  });
  test.each([-1, 0.5, Number.NaN, MAX_FLOAT + 1, Number.POSITIVE_INFINITY])(
    "may not be %d",
    (float) => {
      expect(checkFloat(float)).toEqual({ ok: false, code: "FLOAT_INVALID" });
    },
  );
});
