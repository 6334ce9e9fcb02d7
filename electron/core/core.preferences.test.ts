import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openShop, startCore, type TestCore, temporaryFolder } from "./testing/test-core.ts";
import { createTillTemplate, type TillTemplate } from "./testing/till-template.ts";

let template: TillTemplate;
let dataDir: string;
let core: TestCore;

beforeAll(async () => {
  template = await createTillTemplate();
});
afterAll(() => template.remove());
beforeEach(async () => {
  dataDir = template.copy();
  core = await startCore(dataDir);
});
afterEach(() => core.close());

test("a till speaks Indonesian, in text of the usual size and with sounds", () => {
  expect(core.state().preferences).toEqual({ language: "id", largeText: false, sounds: true });
  expect(core.shown().preferences).toEqual({ language: "id", largeText: false });
});

test("another language is shown at once on both screens, and the rest stays as it was", async () => {
  await core.cashier.preference.set.mutate({ sounds: false });
  await core.cashier.preference.set.mutate({ language: "en" });
  expect(core.state().preferences).toEqual({ language: "en", largeText: false, sounds: false });
  const shown = await core.untilShown(({ preferences }) => preferences.language === "en");
  expect(shown.preferences).toEqual({ language: "en", largeText: false });
});

test("what was preferred is still so after a restart", async () => {
  await core.cashier.preference.set.mutate({ language: "en", largeText: true });
  await core.close();
  core = await startCore(dataDir);
  expect(core.state().preferences).toMatchObject({ language: "en", largeText: true });
});

test("an open sale stays as it was while the language changes", async () => {
  await openShop(core, template.till);
  const [product] = template.till.products;
  if (product === undefined) throw new Error("a prepared till has goods");
  await core.cashier.scan.text.mutate({ text: product.barcode, source: "WEDGE" });
  const before = core.state().cart;
  await core.cashier.preference.set.mutate({ language: "en" });
  expect(core.state().cart).toEqual(before);
});

test("a till that is not enrolled yet can be read in English too", async () => {
  const folder = temporaryFolder();
  const fresh = await startCore(folder.path);
  await fresh.cashier.preference.set.mutate({ language: "en" });
  expect(fresh.state()).toMatchObject({ phase: "ENROL", preferences: { language: "en" } });
  await fresh.close();
  folder.remove();
});
