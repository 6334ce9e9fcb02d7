import { afterAll, beforeAll, expect, test } from "vitest";
import { FAVOURITES } from "../../shared/contract/favourites.ts";
import { transact } from "./db/database.ts";
import { upsertMaker, upsertProduct } from "./db/stores/catalogue.ts";
import { openTillFile } from "./db/till-file.ts";
import type { PreparedTill } from "./testing/prepare-till.ts";
import { newId, openShop, startCore, type TestCore } from "./testing/test-core.ts";
import { createTillTemplate, type TillTemplate } from "./testing/till-template.ts";

const GOODS = [
  "Keripik Singkong Balado",
  "Keripik Pisang",
  "Singkong Keju",
  "Sambal Bawang",
  "Bawang Goreng Sumenep",
  "Sarung Batik",
  "Kopi Arabika Argopuro",
] as const;

let template: TillTemplate;
let till: PreparedTill;
let dataDir: string;
let core: TestCore;
const ids = new Map<string, string>();

beforeAll(async () => {
  template = await createTillTemplate();
  till = template.till;
  dataDir = template.copy();
  const file = openTillFile(dataDir, () => undefined);
  transact(file.db(), (db) => {
    const makerId = newId();
    const licences = { nib: null, pirt: null, halal: null, verified: 1, ofRegency: 1 } as const;
    const maker = { makerId, name: "Keripik Bu Sri", kecamatan: "Krucil", ...licences };
    upsertMaker(db, { ...maker, active: 1, feedSeq: 2 });
    for (const [index, name] of GOODS.entries()) {
      const productId = newId();
      ids.set(name, productId);
      const codes = { sku: `SKU-${index}`, barcode: String(7_000_000_000_000 + index) };
      const more = { categoryId: "camilan", unitPrice: 5_000, shareBp: 0, pictureKey: "mangga" };
      upsertProduct(db, { productId, ...codes, name, makerId, ...more, active: 1, feedSeq: 2 });
    }
  });
  file.close();
  core = await startCore(dataDir);
  await openShop(core, till);
});
afterAll(async () => {
  await core.close();
  template.remove();
});

const search = async (query: string, categoryId: string | null = null) => {
  const found = await core.cashier.product.search.query({
    query,
    categoryId,
    limit: 20,
    offset: 0,
  });
  return { names: found.products.map(({ name }) => name), ...found };
};

test("a name that begins so comes before one that holds the word, and that before the maker's", async () => {
  const { names } = await search("keripik");
  const ours = names.filter((name) => GOODS.includes(name as (typeof GOODS)[number]));
  expect(ours.slice(0, 2)).toEqual(["Keripik Pisang", "Keripik Singkong Balado"]);
  expect(ours).toHaveLength(GOODS.length);
  expect((await search("singkong")).names.slice(0, 2)).toEqual([
    "Singkong Keju",
    "Keripik Singkong Balado",
  ]);
});

test("all words must be there, in any order, from their beginnings", async () => {
  expect((await search("balado ker")).names).toEqual(["Keripik Singkong Balado"]);
});

test.each(["SKU-3", "sku-3", "7000000000003"])("the very code %s comes first", async (code) => {
  expect((await search(code)).names[0]).toBe("Sambal Bawang");
});

test.each([
  ["another letter", "kiripik pisang", "Keripik Pisang"],
  ["a letter too few", "kerpik pisang", "Keripik Pisang"],
  ["a letter too many", "sammbal", "Sambal Bawang"],
  ["two letters swapped", "smabal", "Sambal Bawang"],
  ["a wrong first letter", "dambal", "Sambal Bawang"],
  ["a missing first letter", "ambal", "Sambal Bawang"],
])(
  "%s still finds what was meant, and says that it is only similar",
  async (_what, query, name) => {
    const found = await search(query);
    expect(found.names).toContain(name);
    expect(found.similar).toBe(true);
  },
);

test("what is called so is never said to be only similar", async () => {
  expect(await search("sarung")).toMatchObject({ names: ["Sarung Batik"], similar: false });
});

test("what nobody sells is not found, whatever signs are in it", async () => {
  for (const query of ["qqqqqq", '"', "* OR", "name:", "(((", "-- ;"]) {
    expect((await search(query)).total).toBe(0);
  }
});

test("marked goods are a category of their own, and stay marked after a restart", async () => {
  const productId = ids.get("Sarung Batik") ?? "";
  await core.cashier.product.setFavourite.mutate({ productId, favourite: true });
  expect(core.state().favourites).toBe(1);
  await core.close();
  core = await startCore(dataDir);
  await openShop(core, till);
  expect(await search("", FAVOURITES)).toMatchObject({
    names: ["Sarung Batik"],
    total: 1,
    products: [{ favourite: true }],
  });
  expect((await search("kopi", FAVOURITES)).names).toEqual([]);
  await core.cashier.product.setFavourite.mutate({ productId, favourite: false });
  expect(await search("", FAVOURITES)).toMatchObject({ total: 0 });
});

test("a product nobody knows cannot be marked", async () => {
  const unknown = core.cashier.product.setFavourite.mutate({ productId: newId(), favourite: true });
  await expect(unknown).rejects.toMatchObject({ code: "PRODUCT_UNKNOWN" });
});
