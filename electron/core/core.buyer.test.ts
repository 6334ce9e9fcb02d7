import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { layoutReceipt } from "./printing/layout-receipt.ts";
import { receiptOf } from "./selling/receipt.ts";
import { openTillFile } from "./db/till-file.ts";
import { readKeys } from "./keys/key-file.ts";
import { readIdentity } from "./identity.ts";
import { plainSealBox } from "./system.ts";
import { AppError } from "../../shared/contract/errors.ts";
import type { PreparedTill } from "./testing/prepare-till.ts";
import { readTill } from "./testing/read-till.ts";
import { newId, openShop, pay, startCore, type TestCore } from "./testing/test-core.ts";
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
});
afterEach(() => core.close());

const add = (index: number, qty = 1) =>
  core.cashier.cart.add.mutate({ productId: till.products[index]!.productId, qty });
const scan = (text: string, qty?: number) =>
  core.cashier.scan.text.mutate({ text, source: "WEDGE", ...(qty === undefined ? {} : { qty }) });
const VILLAGE = {
  type: "VILLAGE",
  name: "Pemerintah Desa Sukapura",
  reference: "SPK 12/2026",
} as const;

test("an institution buys by name and reference, and nothing of it counts for anybody", async () => {
  await add(0);
  await core.cashier.buyer.setInstitution.mutate(VILLAGE);
  expect(core.state().cart.buyer).toEqual({ kind: "INSTITUTION", ...VILLAGE });
  expect(core.shown()).toMatchObject({ screen: "CART", buyer: null });
  const sale = await pay(core);
  expect(sale).toMatchObject({ buyerKind: "INSTITUTION", buyerName: VILLAGE.name, counted: 0 });
  const [row] = readTill(dataDir, "SELECT body FROM journal WHERE kind = 'SALE'");
  const { body } = row as { body: string };
  expect(JSON.parse(body)).toMatchObject({
    buyer: { kind: "INSTITUTION", personId: null, proxy: false, match: "NONE" },
    counted: 0,
  });
  expect(body).not.toContain("Sukapura");
});

test("an institution's receipt names it", async () => {
  await add(0);
  await core.cashier.buyer.setInstitution.mutate(VILLAGE);
  const { saleId } = await pay(core);
  await core.close();
  const file = openTillFile(dataDir, () => undefined);
  const keys = await readKeys(dataDir, plainSealBox);
  const identity = readIdentity(file.db());
  if (identity === null) throw new AppError("NOT_ENROLLED");
  const model = receiptOf({ file, keys: () => keys, identity: () => identity }, saleId, 0);
  for (const columns of [32, 42, 48] as const) {
    const paper = layoutReceipt(model, columns).flatMap((line) =>
      "text" in line ? [line.text] : [],
    );
    expect(paper.join("\n")).toContain("PEMBELI LEMBAGA");
    expect(paper.join("\n")).toContain("SPK 12/2026");
    expect(paper.filter((text) => text.length > columns)).toEqual([]);
  }
  file.close();
  core = await startCore(dataDir);
});

test("an institution's nota for A4 names payer, letter, goods and sums; nobody else gets one", async () => {
  await add(0, 3);
  await core.cashier.buyer.setInstitution.mutate(VILLAGE);
  const { saleId, total } = await pay(core);
  const nota = await core.cashier.history.nota.query({ saleId });
  expect(nota).toMatchObject({
    payer: VILLAGE.name,
    institution: "VILLAGE",
    reference: VILLAGE.reference,
    lines: [{ qty: 3, name: till.products[0]!.name }],
    total,
    paidBy: ["CASH"],
  });
  expect(nota.subtotal - nota.discount).toBe(total);
  await add(0);
  await core.cashier.buyer.setPublic.mutate();
  const visitor = await pay(core);
  await expect(core.cashier.history.nota.query({ saleId: visitor.saleId })).rejects.toMatchObject({
    code: "NOT_ALLOWED",
  });
});

test("a voided sale to an institution has no nota and no kuitansi: nobody may claim it", async () => {
  await add(0);
  await core.cashier.buyer.setInstitution.mutate(VILLAGE);
  const { saleId } = await pay(core);
  const why = { reason: "BUYER_LEFT", note: "Pesanan dibatalkan", approvalId: null } as const;
  await core.cashier.history.void.mutate({ commandId: newId(), saleId, ...why });
  const voided = { code: "SALE_VOIDED" };
  await expect(core.cashier.history.nota.query({ saleId })).rejects.toMatchObject(voided);
  const invoice = core.cashier.history.invoice.mutate({ commandId: newId(), saleId });
  await expect(invoice).rejects.toMatchObject(voided);
});

test("a nota after a return is of what is left, and there is none of nothing", async () => {
  await add(0, 3);
  await add(1);
  await core.cashier.buyer.setInstitution.mutate(VILLAGE);
  const { saleId } = await pay(core);
  const { cashierId, pin } = till.cashiers[1]!;
  await core.cashier.session.login.mutate({ cashierId, pin });
  const bringBack = async (lines: { no: number; qty: number; condition: "BAIK" }[]) => {
    const { total: amount } = await core.cashier.history.quote.query({ saleId, lines });
    const scope = { action: "RETURN", subject: saleId, amount } as const;
    const { approvalId } = await core.cashier.approval.request.mutate({
      ...scope,
      staffId: cashierId,
      pin,
    });
    const how = { reason: "DAMAGED", refundBy: "CASH", approvalId } as const;
    const expectedTotal = amount;
    const commandId = newId();
    await core.cashier.history.return.mutate({ commandId, saleId, lines, ...how, expectedTotal });
  };
  await bringBack([{ no: 1, qty: 2, condition: "BAIK" }]);
  expect(await core.cashier.history.nota.query({ saleId })).toMatchObject({
    lines: [
      { qty: 1, gross: 10_000 },
      { qty: 1, gross: 12_500 },
    ],
    total: 22_500,
    returned: 20_000,
  });
  const all = [1, 2].map((no) => ({ no, qty: 1, condition: "BAIK" as const }));
  await bringBack(all);
  const returned = { code: "SALE_RETURNED" };
  await expect(core.cashier.history.nota.query({ saleId })).rejects.toMatchObject(returned);
  const invoice = core.cashier.history.invoice.mutate({ commandId: newId(), saleId });
  await expect(invoice).rejects.toMatchObject(returned);
});

test("an institution without a name is refused, and the buyer before stays", async () => {
  await scan(till.cardOf(till.people[0]!));
  const unnamed = core.cashier.buyer.setInstitution.mutate({ ...VILLAGE, name: " \n " });
  await expect(unnamed).rejects.toMatchObject({ code: "INSTITUTION_NAME" });
  expect(core.state().cart.buyer).toMatchObject({ name: till.people[0]!.name });
});

test("a card after an institution takes its place, name and all", async () => {
  await add(0);
  await core.cashier.buyer.setInstitution.mutate(VILLAGE);
  await scan(till.cardOf(till.people[0]!));
  await pay(core);
  const [row] = readTill(dataDir, "SELECT private_sealed AS s FROM journal WHERE kind = 'SALE'");
  expect(row).toEqual({ s: null });
});

test("a note goes into the private text of its sale and of no other", async () => {
  await add(0);
  await core.cashier.buyer.setPublic.mutate();
  await core.cashier.cart.setNote.mutate({ note: "untuk acara Jumat" });
  expect(core.state().cart.note).toBe("untuk acara Jumat");
  await pay(core);
  expect(core.state().cart.note).toBe("");
  await add(0);
  await core.cashier.buyer.setPublic.mutate();
  await pay(core);
  const rows = readTill(dataDir, "SELECT body, private_sealed FROM journal WHERE kind = 'SALE'");
  const hashes = rows.map((row) => JSON.parse((row as { body: string }).body).privateHash);
  expect(hashes).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), null]);
  expect(rows.map((row) => String((row as { body: string }).body)).join("")).not.toContain("Jumat");
});

test("a note of more than 200 letters is refused; a blank one takes it off", async () => {
  await core.cashier.cart.setNote.mutate({ note: "a".repeat(200) });
  const long = core.cashier.cart.setNote.mutate({ note: "a".repeat(201) });
  await expect(long).rejects.toMatchObject({ code: "NOTE_TOO_LONG" });
  expect(core.state().cart.note).toHaveLength(200);
  await core.cashier.cart.setNote.mutate({ note: "  " });
  expect(core.state().cart.note).toBe("");
});

test("a buyer sees their own purchases of the month, and nobody else's", async () => {
  await add(0);
  await scan(till.cardOf(till.people[0]!));
  const first = await pay(core);
  await add(1);
  await scan(till.cardOf(till.people[1]!));
  await pay(core);
  await expect(core.cashier.buyer.purchases.query()).rejects.toMatchObject({
    code: "BUYER_NOT_SET",
  });
  await scan(till.cardOf(till.people[0]!));
  const { number, at, total, counted } = first;
  expect(await core.cashier.buyer.purchases.query()).toMatchObject({
    name: till.people[0]!.name,
    sales: [{ number, at, total, counted }],
    month: { counted: 10_000, asOf: null },
  });
});

test("purchases are not shown before name and unit were compared with the card", async () => {
  await core.cashier.buyer.typedNip.mutate({ nip: till.people[0]!.nip });
  const asked = core.cashier.buyer.purchases.query();
  await expect(asked).rejects.toMatchObject({ code: "BUYER_NOT_CONFIRMED" });
});

test("a number typed before a scan is the pieces of it; the same code again adds to its line", async () => {
  await scan(till.products[0]!.barcode, 12);
  await scan(till.products[0]!.barcode);
  expect(core.state().cart.lines).toMatchObject([{ qty: 13 }]);
  expect(await scan(till.products[0]!.barcode, 0)).toEqual({ kind: "REFUSED", code: "QTY_ZERO" });
  expect(await scan(till.products[0]!.barcode, 99_999)).toEqual({
    kind: "REFUSED",
    code: "QTY_TOO_LARGE",
  });
});
