import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { transact } from "./db/database.ts";
import { openTillFile } from "./db/till-file.ts";
import { upsertCard } from "./db/stores/roster.ts";
import type { PreparedTill } from "./testing/prepare-till.ts";
import { readTill } from "./testing/read-till.ts";
import { newId, openShop, startCore, type TestCore } from "./testing/test-core.ts";
import { createTillTemplate, type TillTemplate } from "./testing/till-template.ts";

const REVOKED_SERIAL = 8_888;

let template: TillTemplate;
let till: PreparedTill;
let dataDir: string;
let core: TestCore;

beforeAll(async () => {
  template = await createTillTemplate();
  till = template.till;
  const file = openTillFile(till.dataDir, () => undefined);
  const personId = till.people[0]!.personId;
  transact(file.db(), (db) =>
    upsertCard(db, { serial: REVOKED_SERIAL, personId, revoked: 1, feedSeq: 2 }),
  );
  file.close();
});
afterAll(() => template.remove());
beforeEach(async () => {
  dataDir = template.copy();
  core = await startCore(dataDir);
  await openShop(core, till);
});
afterEach(() => core.close());

/** What is scanned, by what is wrong with it. */
const texts: Record<string, () => string> = {
  "a card with a letter changed": () => changed(till.cardOf(till.people[0]!), 140),
  "half a card": () => till.cardOf(till.people[0]!).slice(0, 80),
  "a card that is expired": () => till.cardOf({ ...till.people[0]!, expires: "2020-12-31" }),
  "a card that was revoked": () => till.cardOf({ ...till.people[0]!, serial: REVOKED_SERIAL }),
  "a card of a key the till does not know": () => till.cardOf({ ...till.people[0]!, keyId: 9 }),
  "a NIK": () => "3513010101800001",
  "an old NIP": () => "131234567",
  "a payment code": () => "00020101021126570011ID.DANA.WWW0118936009153000000000",
  "a web address": () => "https://contoh.test/kartu?id=198001012005011001",
  "a NIP with a month 13": () => "198013012005011001",
  "something far too long": () => "A".repeat(3_000),
  "an unknown barcode": () => "8999999999994",
  "plain text": () => "??!!",
};

function changed(text: string, index: number): string {
  const other = text[index] === "A" ? "B" : "A";
  return text.slice(0, index) + other + text.slice(index + 1);
}

test.each([
  ["a card with a letter changed", "CARD_SIGNATURE"],
  ["half a card", "CARD_MALFORMED"],
  ["a card that is expired", "CARD_EXPIRED"],
  ["a card that was revoked", "CARD_REVOKED"],
  ["a card of a key the till does not know", "CARD_KEY_UNKNOWN"],
  ["a NIK", "SCAN_NIK"],
  ["an old NIP", "SCAN_OLD_NIP"],
  ["a payment code", "SCAN_PAYMENT_CODE"],
  ["a web address", "SCAN_URL"],
  ["a NIP with a month 13", "NIP_MALFORMED"],
  ["something far too long", "SCAN_TOO_LONG"],
  ["an unknown barcode", "PRODUCT_UNKNOWN"],
  ["plain text", "SCAN_UNKNOWN"],
])("%s is refused with %s; a counter is all that is kept of it", async (what, code) => {
  const text = texts[what]!();
  const before = core.state();
  const result = await core.cashier.scan.text.mutate({ text, source: "WEDGE" });
  expect(result).toEqual({ kind: "REFUSED", code });
  expect(readTill(dataDir, "SELECT code, count FROM scan_refusal")).toEqual([{ code, count: 1 }]);
  expect(core.state().cart).toEqual(before.cart);
  expect(readTill(dataDir, "SELECT max(seq) AS seq FROM journal")).toEqual([{ seq: 2 }]);
  expect(everythingOnDisk().includes(text)).toBe(false);
});

function everythingOnDisk(): Buffer {
  return Buffer.concat(readdirSync(dataDir).map((name) => readFileSync(path.join(dataDir, name))));
}

test("the same refusal again counts up", async () => {
  const scan = () => core.cashier.scan.text.mutate({ text: "3513010101800001", source: "CAMERA" });
  await scan();
  await scan();
  expect(readTill(dataDir, "SELECT count FROM scan_refusal")).toEqual([{ count: 2 }]);
});

test("a NIP nobody knows sets the buyer to wait for a match, and is counted", async () => {
  await core.cashier.buyer.typedNip.mutate({ nip: "19800101 200501 1 777" });
  expect(core.state().cart.buyer).toMatchObject({ match: "PENDING", warnings: ["NIP_UNKNOWN"] });
  expect(readTill(dataDir, "SELECT code FROM scan_refusal")).toEqual([{ code: "NIP_UNKNOWN" }]);
  expect(everythingOnDisk().includes("198001012005011777")).toBe(false);
});

test("a refused card leaves the buyer who was set before", async () => {
  await core.cashier.scan.text.mutate({ text: till.cardOf(till.people[1]!), source: "WEDGE" });
  const { buyer } = core.state().cart;
  await core.cashier.scan.text.mutate({ text: texts["half a card"]!(), source: "WEDGE" });
  expect(core.state().cart.buyer).toEqual(buyer);
});

test("nothing is taken before somebody logged in", async () => {
  await core.cashier.session.logout.mutate();
  const product = core.cashier.scan.text.mutate({ text: till.products[0]!.sku, source: "WEDGE" });
  await expect(product).rejects.toMatchObject({ code: "NOT_LOGGED_IN" });
  const nik = core.cashier.scan.text.mutate({ text: "3513010101800001", source: "WEDGE" });
  await expect(nik).rejects.toMatchObject({ code: "NOT_LOGGED_IN" });
});

test("a barcode and an SKU both find the product", async () => {
  const [product] = till.products;
  await core.cashier.scan.text.mutate({ text: product!.barcode, source: "WEDGE" });
  await core.cashier.scan.text.mutate({ text: product!.sku, source: "TYPED" });
  expect(core.state().cart.lines).toMatchObject([{ productId: product!.productId, qty: 2 }]);
  expect(core.state().cart.lines[0]!.stockAfter).toBe(98);
});

test("search finds words by their beginnings, in name, maker, SKU and barcode", async () => {
  const search = (query: string) =>
    core.cashier.product.search.query({ query, categoryId: null, limit: 20, offset: 0 });
  const names = async (query: string) => (await search(query)).products.map(({ name }) => name);
  expect(await names("mang aru")).toEqual(
    ["Mangga Arumanis 1", "Mangga Arumanis 6", "Mangga Arumanis 11"].sort(),
  );
  expect(await names("8990000000002")).toEqual(["Kopi Argopuro 3"]);
  expect(await names("prb-00003")).toEqual(["Kopi Argopuro 3"]);
  expect((await search("anggur jaya")).total).toBe(6);
  expect((await search("")).total).toBe(till.products.length);
  expect((await search('"* OR ) NEAR(')).total).toBe(0);
  expect((await search("tidakada")).products).toEqual([]);
  const bags = { query: "", categoryId: "kantong", limit: 20, offset: 0 };
  expect((await core.cashier.product.search.query(bags)).total).toBe(1);
  expect(await core.cashier.product.categories.query()).toMatchObject([
    { categoryId: "camilan", products: 11 },
    { categoryId: "kantong", products: 1 },
  ]);
});

test("a product that is not there is not added", async () => {
  const call = core.cashier.cart.add.mutate({ productId: newId(), qty: 1 });
  await expect(call).rejects.toMatchObject({ code: "PRODUCT_UNKNOWN" });
});
