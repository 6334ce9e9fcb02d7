import { afterAll, beforeAll, expect, test } from "vitest";
import { saveProducts } from "../stores/product.ts";
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
  till = await centre.enrolTill();
  await till.hello();
  shift = new TillShift(till, { startMs: NOON, tillCode: "01" });
}, 120_000);
afterAll(() => centre.close());

async function codeOf(saleId: string): Promise<string | null | undefined> {
  const [row] = await centre.centre.deps.database.query<{ code: string | null; state: string }>(
    "select code, state from sale where sale_id = $1 and state = 'ACCEPTED'",
    [saleId],
  );
  return row === undefined ? undefined : row.code;
}

test("a sale at the list's price carries no note, one at another price does", async () => {
  const right = shift.sell({ qty: 1 }).sale;
  const other = shift.sell({ qty: 1, unitPrice: 30_000 }).sale;
  expect(await till.push()).toMatchObject({ exceptions: [] });
  expect(await codeOf(right.saleId)).toBeNull();
  expect(await codeOf(other.saleId)).toBe("PRICE_DIFFERS");
});

test("a price that a supervisor allowed is right, also when sale and change come in two batches", async () => {
  const from = till.entries.length + 1;
  const { sale, seq } = shift.sellAt(30_000);
  await till.push(from, seq - 1);
  expect(await till.push(seq, seq)).toMatchObject({ exceptions: [] });
  expect(await codeOf(sale.saleId)).toBeNull();
});

test.each([
  ["of another sale", { saleId: newId() }],
  ["of another product", { productId: SHOP.bagId }],
  ["to another price", { newPrice: 29_000 }],
  ["from a price the product never had", { oldPrice: 34_000 }],
])("a change %s allows nothing", async (_what, change) => {
  const from = till.entries.length + 1;
  const { sale, seq } = shift.sellAt(30_000, change);
  await till.push(from, seq);
  expect(await codeOf(sale.saleId)).toBe("PRICE_DIFFERS");
});

test("a change that nobody allowed is kept aside", async () => {
  const from = till.entries.length + 1;
  const { sale, seq } = shift.sellAt(30_000, { approval: undefined as never });
  const answer = await till.push(from, seq);
  expect(answer).toMatchObject({ exceptions: [{ seq: seq - 1, code: "ENTRY_MALFORMED" }] });
  expect(await codeOf(sale.saleId)).toBe("PRICE_DIFFERS");
});

test("a line keeps the price it was added at when the list changed meanwhile", async () => {
  const { database, regencyId } = centre.centre.deps;
  await database.transaction((tx) =>
    saveProducts(tx, regencyId, [{ ...PRODUCT, unitPrice: 36_000 }]),
  );
  const from = till.entries.length + 1;
  const { cursor: feedSeq } = await till.pull();
  const before = shift.sell({ change: { feedSeq } }).sale;
  const now = shift.sell({ unitPrice: 36_000, change: { feedSeq } }).sale;
  await till.push(from);
  expect([await codeOf(before.saleId), await codeOf(now.saleId)]).toEqual([null, null]);
});

const PRODUCT = {
  productId: SHOP.productId,
  sku: "KOPI-1",
  barcode: null,
  name: "Kopi 200 g",
  makerId: SHOP.makerId,
  categoryId: "kopi",
  shareBp: 1_000,
  pictureKey: "kopi",
  active: true,
};
