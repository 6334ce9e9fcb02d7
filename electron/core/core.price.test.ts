import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { PriceChangedBody, SaleBody } from "../../shared/contract/journal-bodies.ts";
import { checkSaleSums } from "../../shared/domain/sale-sums.ts";
import type { PreparedTill } from "./testing/prepare-till.ts";
import { readTill } from "./testing/read-till.ts";
import { newId, openShop, pay, startCore, type TestCore } from "./testing/test-core.ts";
import { createTillTemplate, type TillTemplate } from "./testing/till-template.ts";

const LIST = 10_000;
let template: TillTemplate;
let till: PreparedTill;
let dataDir: string;
let core: TestCore;

beforeAll(async () => {
  template = await createTillTemplate();
  till = template.till;
});
afterAll(() => template.remove());
beforeEach(async () => {
  dataDir = template.copy();
  core = await startCore(dataDir);
  await openShop(core, till);
  await core.cashier.buyer.setPublic.mutate();
  await core.cashier.cart.add.mutate({ productId: first().productId, qty: 2 });
});
afterEach(() => core.close());

function first() {
  const [product] = till.products;
  if (product === undefined) throw new Error("a prepared till has goods");
  return product;
}

function person(index: number) {
  const found = till.cashiers[index];
  if (found === undefined) throw new Error("the sample shop has two people");
  return found;
}

const subject = () => `${core.state().cart.cartId}:1:${first().productId}:${LIST}`;
const approve = async (amount: number): Promise<string> => {
  const { cashierId: staffId, pin } = person(1);
  const asked = { staffId, pin, action: "PRICE" as const, subject: subject(), amount };
  return (await core.cashier.approval.request.mutate(asked)).approvalId;
};
const setPrice = (price: number, approvalId: string | null = null) =>
  core.cashier.cart.setPrice.mutate({
    cartId: core.state().cart.cartId,
    lineNo: 1,
    price,
    approvalId,
  });
const line = () => core.state().cart.lines[0];
const bodies = (): unknown[] =>
  (readTill(dataDir, "SELECT body FROM journal ORDER BY seq") as { body: string }[]).map(
    ({ body }) => JSON.parse(body) as unknown,
  );

test("a price a supervisor allowed stands on the line, and both entries tell of it", async () => {
  await setPrice(8_000, await approve(8_000));
  expect(line()).toMatchObject({ unitPrice: 8_000, listPrice: LIST, gross: 16_000 });
  const { saleId } = await pay(core);
  const [change, sale] = bodies().slice(-2);
  expect(Object.keys(change as object)).toEqual(Object.keys(PriceChangedBody.parse(change)));
  expect(change).toMatchObject({
    kind: "PRICE_CHANGED",
    actorId: person(0).cashierId,
    approval: { approverId: person(1).cashierId, action: "PRICE" },
    saleId,
    lineNo: 1,
    productId: first().productId,
    oldPrice: LIST,
    newPrice: 8_000,
  });
  const sold = SaleBody.parse(sale);
  expect(sold.lines[0]).toMatchObject({ unitPrice: 8_000, net: 16_000 });
  expect(checkSaleSums(sold).ok).toBe(true);
});

test("nothing but the approved price of that product is taken", async () => {
  await expect(setPrice(8_000)).rejects.toMatchObject({
    code: "APPROVAL_NEEDED",
    details: { action: "PRICE", subject: subject(), amount: 8_000 },
  });
  const approvalId = await approve(8_000);
  await expect(setPrice(7_000, approvalId)).rejects.toMatchObject({ code: "APPROVAL_INVALID" });
  await expect(setPrice(8_000, approvalId)).rejects.toMatchObject({ code: "APPROVAL_INVALID" });
  expect(line()).toMatchObject({ unitPrice: LIST, listPrice: null });
});

test("a price is whole rupiah above nothing, at most a thousand million", async () => {
  for (const price of [0, -1, 0.5]) {
    await expect(setPrice(price)).rejects.toMatchObject({ code: "AMOUNT_MALFORMED" });
  }
  await expect(setPrice(1_000_000_001)).rejects.toMatchObject({ code: "AMOUNT_TOO_LARGE" });
});

test("undo takes it back, and so does the list price, for which nobody is asked", async () => {
  await setPrice(8_000, await approve(8_000));
  await core.cashier.cart.undo.mutate();
  expect(line()).toMatchObject({ unitPrice: LIST, listPrice: null });
  await setPrice(12_000, await approve(12_000));
  await setPrice(LIST);
  expect(line()).toMatchObject({ unitPrice: LIST, listPrice: null });
  await pay(core);
  expect(bodies()).not.toContainEqual(expect.objectContaining({ kind: "PRICE_CHANGED" }));
});

test("pieces scanned later are another line at the list price; pieces of the line keep its price", async () => {
  await setPrice(8_000, await approve(8_000));
  await core.cashier.cart.setQty.mutate({ lineNo: 1, qty: 3 });
  await core.cashier.cart.add.mutate({ productId: first().productId, qty: 1 });
  expect(core.state().cart.lines.map(({ unitPrice, qty }) => [unitPrice, qty])).toEqual([
    [8_000, 3],
    [LIST, 1],
  ]);
});

test("a share follows the new price, and rupiah that no longer fit are refused", async () => {
  const { cartId } = core.state().cart;
  const discount = { cartId, lineNo: 1, approvalId: null };
  const share = { kind: "SHARE" as const, basisPoints: 1_000 };
  await core.cashier.cart.setDiscount.mutate({ ...discount, discount: share });
  await setPrice(5_000, await approve(5_000));
  expect(line()).toMatchObject({ lineDiscount: 1_000, net: 9_000 });
  const amount = { kind: "AMOUNT" as const, amount: 1_000 };
  await core.cashier.cart.setDiscount.mutate({ ...discount, discount: amount });
  await expect(setPrice(400, await approve(400))).rejects.toMatchObject({
    code: "DISCOUNT_TOO_LARGE",
  });
});

test("it survives a crash, and being held until another cashier takes the money", async () => {
  await setPrice(8_000, await approve(8_000));
  const { cartId } = core.state().cart;
  await core.cashier.cart.hold.mutate({ commandId: newId(), cartId });
  await core.close();
  core = await startCore(dataDir);
  await core.cashier.session.login.mutate(person(1));
  await core.cashier.cart.resume.mutate({ commandId: newId(), cartId });
  expect(line()).toMatchObject({ unitPrice: 8_000, listPrice: LIST });
  await pay(core);
  const [change, sale] = bodies().slice(-2);
  expect(change).toMatchObject({ kind: "PRICE_CHANGED", actorId: person(0).cashierId });
  expect(sale).toMatchObject({ kind: "SALE", actorId: person(1).cashierId });
});
