import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { SaleBody } from "../../shared/contract/journal-bodies.ts";
import { checkSaleSums } from "../../shared/domain/sale-sums.ts";
import type { PreparedTill } from "./testing/prepare-till.ts";
import { readTill } from "./testing/read-till.ts";
import { openShop, pay, startCore, type TestCore } from "./testing/test-core.ts";
import { createTillTemplate, type TillTemplate } from "./testing/till-template.ts";

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
});
afterEach(() => core.close());

const add = (index: number, qty = 1) =>
  core.cashier.cart.add.mutate({ productId: till.products[index]!.productId, qty });
type Discount = { kind: "AMOUNT"; amount: number } | { kind: "SHARE"; basisPoints: number };
const give = (lineNo: number | null, discount: Discount, approvalId: string | null = null) =>
  core.cashier.cart.setDiscount.mutate({
    cartId: core.state().cart.cartId,
    lineNo,
    discount,
    approvalId,
  });
const approve = async (place: number | "SALE", amount: number): Promise<string> => {
  const [, supervisor] = till.cashiers;
  const { approvalId } = await core.cashier.approval.request.mutate({
    staffId: supervisor!.cashierId,
    pin: supervisor!.pin,
    action: "DISCOUNT",
    subject: `${core.state().cart.cartId}:${place}`,
    amount,
  });
  return approvalId;
};
const lastBody = (): SaleBody => {
  const [row] = readTill(
    dataDir,
    "SELECT body FROM journal WHERE kind = 'SALE' ORDER BY seq DESC LIMIT 1",
  );
  const { body } = row as { body: string };
  expect(JSON.stringify(SaleBody.parse(JSON.parse(body)))).toBe(body);
  return SaleBody.parse(JSON.parse(body));
};

test("a discount in rupiah and one in percent stand in the entry, and its sums hold", async () => {
  await add(0, 2);
  await add(1);
  await give(1, { kind: "AMOUNT", amount: 1_500 });
  await give(null, { kind: "SHARE", basisPoints: 1_000 });
  expect(core.state().cart).toMatchObject({ subtotal: 32_500, saleDiscount: 3_100, total: 27_900 });
  await pay(core);
  const body = lastBody();
  expect(body.lines.map(({ lineDiscount }) => lineDiscount)).toEqual([1_500, 0]);
  expect(body.approval).toBeUndefined();
  expect(checkSaleSums(body)).toEqual({ ok: true, value: true });
});

test("a share follows the pieces; an amount stays and must fit", async () => {
  await add(0);
  await give(1, { kind: "SHARE", basisPoints: 1_000 });
  await add(0);
  expect(core.state().cart.lines[0]).toMatchObject({ qty: 2, lineDiscount: 2_000 });
  await give(1, { kind: "AMOUNT", amount: 2_000 });
  await add(0);
  expect(core.state().cart.lines[0]).toMatchObject({ qty: 3, lineDiscount: 2_000 });
});

test("above the limit nothing is given without a supervisor", async () => {
  await add(0, 2);
  const asked = give(1, { kind: "AMOUNT", amount: 2_001 });
  await expect(asked).rejects.toMatchObject({
    code: "APPROVAL_NEEDED",
    details: { action: "DISCOUNT", amount: 2_001, subject: `${core.state().cart.cartId}:1` },
  });
  expect(core.state().cart).toMatchObject({ discount: 0, total: 20_000 });
});

test("a supervisor's approval is good for that discount alone; the entry names both people", async () => {
  await add(0, 2);
  const approvalId = await approve(1, 5_000);
  const more = give(1, { kind: "AMOUNT", amount: 6_000 }, approvalId);
  await expect(more).rejects.toMatchObject({ code: "APPROVAL_INVALID" });
  await give(1, { kind: "AMOUNT", amount: 5_000 }, await approve(1, 5_000));
  await give(1, { kind: "AMOUNT", amount: 4_000 });
  expect(core.state().cart).toMatchObject({ total: 16_000 });
  await pay(core);
  expect(lastBody()).toMatchObject({
    actorId: till.cashiers[0]!.cashierId,
    approval: { approverId: till.cashiers[1]!.cashierId, action: "DISCOUNT" },
  });
});

test("a discount that grew past what was approved is not paid until it is approved again", async () => {
  await add(0);
  await give(1, { kind: "SHARE", basisPoints: 3_000 }, await approve(1, 3_000));
  await add(0, 9);
  expect(core.state().cart.lines[0]).toMatchObject({ lineDiscount: 30_000, needsApproval: true });
  await expect(pay(core)).rejects.toMatchObject({ code: "APPROVAL_NEEDED" });
  await give(1, { kind: "SHARE", basisPoints: 3_000 }, await approve(1, 30_000));
  expect(await pay(core)).toMatchObject({ total: 70_000 });
});

test("undo takes a discount back, and leaves the buyer", async () => {
  await add(0);
  await give(1, { kind: "AMOUNT", amount: 1_000 });
  await core.cashier.cart.undo.mutate();
  expect(core.state().cart).toMatchObject({ total: 10_000, buyer: { kind: "PUBLIC" } });
  await give(null, { kind: "SHARE", basisPoints: 500 });
  await core.cashier.cart.undo.mutate();
  expect(core.state().cart).toMatchObject({ saleDiscount: 0, saleDiscountBp: null, total: 10_000 });
});

test.each([
  ["more than the line costs", { kind: "AMOUNT", amount: 10_001 }, "DISCOUNT_TOO_LARGE"],
  ["more than the whole", { kind: "SHARE", basisPoints: 10_001 }, "DISCOUNT_TOO_LARGE"],
  ["less than nothing", { kind: "AMOUNT", amount: -1 }, "AMOUNT_MALFORMED"],
  ["half a rupiah", { kind: "AMOUNT", amount: 0.5 }, "AMOUNT_MALFORMED"],
] as const)("a discount of %s is refused", async (_what, discount, code) => {
  await add(0);
  await expect(give(1, discount)).rejects.toMatchObject({ code });
  await expect(give(7, { kind: "AMOUNT", amount: 1 })).rejects.toMatchObject({
    code: "LINE_NOT_FOUND",
  });
});
