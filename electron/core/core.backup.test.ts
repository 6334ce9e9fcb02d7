import { copyFileSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openShop, pay, startCore, type TestCore, newId } from "./testing/test-core.ts";
import { createTillTemplate, type TillTemplate } from "./testing/till-template.ts";

const backupWorkerUrl = new URL("./backup/backup-worker.ts", import.meta.url);
const MINUTE_MS = 60_000;

let template: TillTemplate;
let dataDir: string;
let core: TestCore;
beforeAll(async () => {
  template = await createTillTemplate({ people: 2, products: 4 });
});
afterAll(() => template.remove());
beforeEach(() => {
  dataDir = template.copy();
});
afterEach(() => core.close());

const backups = (): string[] => {
  const folder = path.join(dataDir, "backups");
  return existsSync(folder) ? readdirSync(folder) : [];
};
const start = async (): Promise<void> => {
  core = await startCore(dataDir, { backupWorkerUrl });
};
const closeShift = () =>
  core.cashier.shift.close.mutate({
    commandId: newId(),
    counts: [{ value: 100_000, pieces: 2 }],
    reason: null,
    note: "",
  });

test("a till takes a backup once a day, and another at each shift's end", async () => {
  await start();
  expect(core.state().backup).toEqual({ lastAt: null, failure: null, chain: null });
  core.pass(MINUTE_MS);
  const first = await core.until(({ backup }) => backup.lastAt !== null);
  expect(first.backup).toMatchObject({ failure: null, chain: { seq: 1, faults: 0 } });
  expect(backups()).toHaveLength(1);
  await openShop(core, template.till);
  await closeShift();
  await core.until(({ backup }) => (backup.chain?.seq ?? 0) > 1);
  expect(backups()).toHaveLength(1);
});

test("a backup that fails holds back neither a sale nor a shift's end, and is told", async () => {
  writeFileSync(path.join(dataDir, "backups"), "no folder");
  await start();
  core.pass(MINUTE_MS);
  await core.until(({ backup }) => backup.failure !== null);
  expect(core.state().backup).toMatchObject({ lastAt: null, failure: { code: "DB_IO" } });
  await openShop(core, template.till);
  const [product] = template.till.products;
  await core.cashier.cart.add.mutate({ productId: product?.productId ?? "", qty: 1 });
  await core.cashier.buyer.setPublic.mutate();
  expect((await pay(core)).total).toBe(product?.unitPrice);
});

test("the copy from before a migration becomes a sealed backup", async () => {
  const aside = path.join(dataDir, "till.db.v3.bak");
  copyFileSync(path.join(dataDir, "till.db"), aside);
  await start();
  core.pass(MINUTE_MS);
  await core.until(({ backup }) => backup.lastAt !== null);
  expect(existsSync(aside)).toBe(false);
  expect(backups().map((name) => name.replace(/\d+/, "#"))).toEqual(
    expect.arrayContaining(["till-#-migration.cadangan", "till-#-daily.cadangan"]),
  );
});
