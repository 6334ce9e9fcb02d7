import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { SettingInput } from "../../shared/contract/settings.ts";
import { settingSubject } from "../../shared/domain/setting.ts";
import { readTill, soundJournal } from "./testing/read-till.ts";
import { networkPrinterAt, savePrinter } from "./testing/sample-printer.ts";
import { newId, openShop, startCore, type TestCore } from "./testing/test-core.ts";
import { createTillTemplate, type TillTemplate } from "./testing/till-template.ts";

const codes = JSON.parse(
  readFileSync(new URL("../../shared/vectors/qris.json", import.meta.url), "utf8"),
) as { readonly vectors: readonly { readonly id: string; readonly payload: string }[] };
const STICKER = codes.vectors.find(({ id }) => id === "syn-static-01")?.payload ?? "";

type Change = SettingInput["change"];

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
  await openShop(core, template.till);
});
afterEach(() => core.close());

const LIMIT: Change = { name: "DISCOUNT_LIMIT", value: 1_500 };

function set(
  change: Change,
  { approvalId = null, commandId = newId() }: Partial<SettingInput> = {},
) {
  return core.cashier.setting.set.mutate({ commandId, change, approvalId });
}

function supervisor() {
  const found = template.till.cashiers[1];
  if (found === undefined) throw new Error("a prepared till has a supervisor");
  return found;
}

async function approved(change: Change): Promise<string> {
  const { cashierId: staffId, pin } = supervisor();
  const scope = { action: "SETTING" as const, subject: settingSubject(change), amount: 0 };
  const { approvalId } = await core.cashier.approval.request.mutate({ staffId, pin, ...scope });
  return approvalId;
}

function journalled(): Record<string, unknown>[] {
  const rows = readTill(dataDir, "SELECT body FROM journal WHERE kind = 'SETTING_CHANGED'");
  return (rows as { body: string }[]).map(({ body }) => JSON.parse(body));
}

test("a cashier changes no setting alone", async () => {
  await expect(set(LIMIT)).rejects.toMatchObject({ code: "APPROVAL_NEEDED" });
  expect(core.state().settings.discountLimitBp).toBe(1_000);
  expect(journalled()).toEqual([]);
});

test("a supervisor's approval of one value changes it to that value, with both people's ids", async () => {
  const approvalId = await approved(LIMIT);
  await set(LIMIT, { approvalId });
  expect(core.state()).toMatchObject({
    settings: { discountLimitBp: 1_500 },
    cart: { discountLimitBp: 1_500 },
  });
  expect(journalled()).toMatchObject([
    {
      actorId: template.till.cashiers[0]?.cashierId,
      approval: { approverId: supervisor().cashierId, action: "SETTING" },
      name: "DISCOUNT_LIMIT",
      value: 1_500,
    },
  ]);
});

test("an approval of one value is no approval of another", async () => {
  const approvalId = await approved(LIMIT);
  const more = set({ name: "DISCOUNT_LIMIT", value: 5_000 }, { approvalId });
  await expect(more).rejects.toMatchObject({ code: "APPROVAL_INVALID" });
  expect(core.state().settings.discountLimitBp).toBe(1_000);
});

test("a cashier alone neither sets a printer up nor takes one away; a supervisor may", async () => {
  const printer = networkPrinterAt(9_100);
  const { printerId } = printer;
  const { save, remove, list } = core.cashier.printer;
  const needed = { code: "APPROVAL_NEEDED", details: { action: "SETTING" } };
  await expect(save.mutate({ printer, approvalId: null })).rejects.toMatchObject(needed);
  await savePrinter(core, template.till, printer);
  const elsewhere = networkPrinterAt(9_101);
  await expect(save.mutate({ printer: elsewhere, approvalId: null })).rejects.toMatchObject(needed);
  await expect(remove.mutate({ printerId, approvalId: null })).rejects.toMatchObject(needed);
  expect(await list.query()).toMatchObject([printer]);
  const { cashierId, pin } = supervisor();
  await core.cashier.session.login.mutate({ cashierId, pin });
  await remove.mutate({ printerId, approvalId: null });
  expect(await list.query()).toEqual([]);
});

test("a supervisor at the till changes settings by own right, and sets them back", async () => {
  const { cashierId, pin } = supervisor();
  await core.cashier.session.login.mutate({ cashierId, pin });
  await set({ name: "IDLE_LOCK", value: 15 });
  await set({ name: "OBLIGATION_LINE", value: 0 });
  expect(core.state()).toMatchObject({ idleLockMinutes: 15, settings: { obligationLine: false } });
  await set({ name: "OBLIGATION_LINE", value: 1 });
  expect(core.state().settings.obligationLine).toBe(true);
  expect(journalled().map(({ name, value }) => [name, value])).toEqual([
    ["IDLE_LOCK", 15],
    ["OBLIGATION_LINE", 0],
    ["OBLIGATION_LINE", 1],
  ]);
  expect(journalled()[0]).not.toHaveProperty("approval");
});

test("a QRIS code made from now on is shown as long as a supervisor set", async () => {
  const { cashierId, pin } = supervisor();
  await core.cashier.session.login.mutate({ cashierId, pin });
  await set({ name: "QRIS_TIMEOUT", value: 2 });
  expect(core.state().settings.qrisTimeoutMinutes).toBe(2);
  await core.cashier.qris.set.mutate({ commandId: newId(), text: STICKER });
  const [product] = template.till.products;
  if (product === undefined) throw new Error("a prepared till has goods");
  await core.cashier.scan.text.mutate({ text: product.barcode, source: "WEDGE" });
  const { cartId, total } = core.state().cart;
  await core.cashier.qris.start.mutate({ commandId: newId(), cartId, amount: total });
  const [shown] = core.state().qris.tenders;
  const leftMs = (shown?.expiresAt ?? 0) - Date.now();
  expect(leftMs).toBeLessThanOrEqual(120_000);
  expect(leftMs).toBeGreaterThan(100_000);
});

test("a repeated command changes and journals a setting once", async () => {
  const { cashierId, pin } = supervisor();
  await core.cashier.session.login.mutate({ cashierId, pin });
  const commandId = newId();
  await set(LIMIT, { commandId });
  await set(LIMIT, { commandId });
  expect(journalled()).toHaveLength(1);
});

test("settings are still so after a restart, and their journal is sound", async () => {
  await set(LIMIT, { approvalId: await approved(LIMIT) });
  await core.close();
  core = await startCore(dataDir);
  expect(core.state().settings.discountLimitBp).toBe(1_500);
  const { tillId, publicKey } = template.till;
  expect(soundJournal(dataDir, tillId, publicKey)).toContain("SETTING_CHANGED");
});
