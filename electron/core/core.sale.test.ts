import { afterEach, beforeEach, expect, test } from "vitest";
import { type PreparedTill, prepareTill } from "./testing/prepare-till.ts";
import { openShop, pay, startCore, type TestCore, temporaryFolder } from "./testing/test-core.ts";

let folder: ReturnType<typeof temporaryFolder>;
let till: PreparedTill;
let core: TestCore;

beforeEach(async () => {
  folder = temporaryFolder();
  till = await prepareTill(folder.path);
  core = await startCore(folder.path);
  await openShop(core, till);
});
afterEach(async () => {
  await core.close();
  folder.remove();
});

test("goods by scanner, ASN by signed card, cash: the sale is whole and the cart new", async () => {
  const [mango, onion] = till.products;
  const [person] = till.people;
  const cartId = core.state().cart.cartId;
  await core.cashier.scan.text.mutate({ text: mango!.barcode, source: "WEDGE" });
  await core.cashier.scan.text.mutate({ text: onion!.barcode, source: "WEDGE" });
  await core.cashier.scan.text.mutate({ text: till.cardOf(person!), source: "WEDGE" });
  expect(core.state().cart).toMatchObject({
    total: mango!.unitPrice + onion!.unitPrice,
    buyer: { kind: "ASN", name: person!.name, assurance: "SIGNED_CARD", confirmed: true },
  });
  const sale = await pay(core, 50_000);
  expect(sale).toMatchObject({
    total: 22_500,
    tendered: 50_000,
    change: 27_500,
    counted: 22_500,
    signed: true,
  });
  expect(sale.number).toMatch(/^KB-01-\d{6}-000001$/);
  expect(core.state().cart.cartId).not.toBe(cartId);
  expect(core.state().lastSale?.saleId).toBe(sale.saleId);
  const thanks = await core.untilShown(({ screen }) => screen === "THANKS");
  expect(thanks).toMatchObject({ change: 27_500, buyer: { maskedName: "Siti A. 1." } });
});
