import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SaleView } from "../../shared/contract/till-state.ts";
import { ReturnBody, VoidBody } from "../../shared/contract/journal-bodies.ts";
import type { Condition } from "../../shared/domain/return.ts";
import { checkReversalSums } from "../../shared/domain/return.ts";
import type { PreparedTill } from "./testing/prepare-till.ts";
import { countTill, readTill, soundJournal } from "./testing/read-till.ts";
import { newId, openShop, pay, startCore, type TestCore } from "./testing/test-core.ts";
import { createTillTemplate, type TillTemplate } from "./testing/till-template.ts";

const codes = JSON.parse(
  readFileSync(new URL("../../shared/vectors/qris.json", import.meta.url), "utf8"),
) as { readonly vectors: readonly { readonly id: string; readonly payload: string }[] };
const STICKER = codes.vectors.find(({ id }) => id === "syn-static-01")?.payload ?? "";

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

/** Three of the first goods and one bag, to the first person. */
async function sellToAsn(): Promise<SaleView> {
  await add(0, 3);
  await add(till.products.length - 1);
  await core.cashier.scan.text.mutate({
    text: till.cardOf(till.people[0]!),
    source: "WEDGE",
  });
  return pay(core, 50_000);
}

async function approval(
  action: "VOID" | "RETURN",
  subject: string,
  amount: number,
): Promise<string> {
  const { cashierId: staffId, pin } = till.cashiers[1]!;
  const asked = { staffId, pin, action, subject, amount };
  return (await core.cashier.approval.request.mutate(asked)).approvalId;
}

async function undo(sale: SaleView, change: object = {}) {
  const approvalId = await approval("VOID", sale.saleId, sale.total);
  const { saleId } = sale;
  const input = { commandId: newId(), saleId, reason: "WRONG_BUYER" as const, note: "" };
  return core.cashier.history.void.mutate({ ...input, approvalId, ...change });
}

async function bringBack(
  saleId: string,
  lines: { no: number; qty: number; condition: Condition }[],
) {
  const { total } = await core.cashier.history.quote.query({ saleId, lines });
  const approvalId = await approval("RETURN", saleId, total);
  return core.cashier.history.return.mutate({
    commandId: newId(),
    saleId,
    lines,
    reason: "DAMAGED",
    refundBy: "CASH",
    approvalId,
    expectedTotal: total,
  });
}

const stockOf = (index: number): number =>
  countTill(dataDir, "SELECT qty FROM stock WHERE product_id = ?", till.products[index]!.productId);

async function monthNow(): Promise<number | undefined> {
  await core.cashier.scan.text.mutate({ text: till.cardOf(till.people[0]!), source: "WEDGE" });
  const { buyer } = core.state().cart;
  return buyer?.kind === "ASN" ? buyer.month?.counted : undefined;
}

function bodies(kind: "VOID" | "RETURN"): string[] {
  const rows = readTill(dataDir, "SELECT body FROM journal WHERE kind = ? ORDER BY seq", kind);
  return (rows as { body: string }[]).map(({ body }) => body);
}

describe("a void in the same shift", () => {
  test("is whole: entry, goods back, reversals, month, slip; the number stays in the sequence", async () => {
    const sale = await sellToAsn();
    const shown = await undo(sale);
    expect(shown).toMatchObject({ state: "VOIDED", mayVoid: false, mayReturn: false });
    expect(shown.reversals).toMatchObject([
      { kind: "VOID", number: null, approverName: till.cashiers[1]!.name, alone: false },
    ]);
    const kinds = soundJournal(dataDir, till.tillId, till.publicKey);
    expect(kinds).toEqual(["TILL_STARTED", "SHIFT_OPENED", "SALE", "VOID"]);
    expect(readTill(dataDir, "SELECT receipt, turnover, reversals FROM counter")).toEqual([
      { receipt: 1, turnover: 32_000, reversals: 32_000 },
    ]);
    expect([stockOf(0), stockOf(till.products.length - 1)]).toEqual([100, 100]);
    expect(await monthNow()).toBe(0);
    expect(
      readTill(dataDir, "SELECT document_kind AS kind, outcome FROM print_job ORDER BY job_id"),
    ).toEqual([
      { kind: "SALE", outcome: "WAITING" },
      { kind: "VOID", outcome: "WAITING" },
    ]);
  });

  test("has a body that keeps the contract, whose sums hold, and pays back what was kept", async () => {
    const sale = await sellToAsn();
    await undo(sale, { note: "Kartu tertukar dengan Bu Siti" });
    const [text = ""] = bodies("VOID");
    const body = VoidBody.parse(JSON.parse(text));
    expect(JSON.stringify(body)).toBe(text);
    expect(checkReversalSums(body).ok).toBe(true);
    expect(body.refunds).toEqual([{ no: 1, kind: "CASH", amount: 32_000 }]);
    expect(body.approval).toEqual({ approverId: till.cashiers[1]!.cashierId, action: "VOID" });
    expect(body.original).toMatchObject({ saleId: sale.saleId, number: sale.number, seq: 3 });
    expect(text).not.toContain("Siti");
    expect(body.privateHash).not.toBeNull();
  });

  test("asked for twice under one id happens once", async () => {
    const sale = await sellToAsn();
    const approvalId = await approval("VOID", sale.saleId, sale.total);
    const input = { commandId: newId(), saleId: sale.saleId, reason: "BUYER_LEFT" as const };
    await core.cashier.history.void.mutate({ ...input, approvalId, note: "" });
    await core.cashier.history.void.mutate({ ...input, approvalId, note: "" });
    expect(bodies("VOID")).toHaveLength(1);
  });

  test("cannot be done twice", async () => {
    const sale = await sellToAsn();
    await undo(sale);
    await expect(undo(sale)).rejects.toMatchObject({ code: "SALE_VOIDED" });
  });

  test("with nobody else there is marked SATU_ORANG and says why", async () => {
    const sale = await sellToAsn();
    const input = { commandId: newId(), saleId: sale.saleId, reason: "WRONG_GOODS" as const };
    const alone = { ...input, approvalId: null };
    await expect(
      core.cashier.history.void.mutate({ ...alone, note: " ya  " }),
    ).rejects.toMatchObject({ code: "VOID_NOTE_NEEDED" });
    const note = "Penyelia sedang di Kraksaan";
    const shown = await core.cashier.history.void.mutate({ ...alone, note });
    expect(shown.reversals).toMatchObject([{ alone: true, approverName: null }]);
    const [text = ""] = bodies("VOID");
    expect(VoidBody.parse(JSON.parse(text))).toMatchObject({ alone: true });
    expect(text).not.toContain("approval");
  });

  test("section 9 row 20, approval bypass: a void needs an approval of this very sale and amount", async () => {
    const sale = await sellToAsn();
    const approvalId = await approval("VOID", sale.saleId, sale.total - 1);
    const input = { commandId: newId(), saleId: sale.saleId, reason: "WRONG_GOODS" as const };
    await expect(
      core.cashier.history.void.mutate({ ...input, approvalId, note: "" }),
    ).rejects.toMatchObject({ code: "APPROVAL_INVALID" });
    expect(bodies("VOID")).toHaveLength(0);
  });

  test("is no longer possible once something came back", async () => {
    const sale = await sellToAsn();
    await bringBack(sale.saleId, [{ no: 1, qty: 1, condition: "BAIK" }]);
    await expect(undo(sale)).rejects.toMatchObject({ code: "SALE_RETURNED" });
  });
});

describe("a return", () => {
  test("draws a number, gives back its share, and only good pieces go on the shelf", async () => {
    const sale = await sellToAsn();
    const shown = await bringBack(sale.saleId, [
      { no: 1, qty: 1, condition: "BAIK" },
      { no: 1, qty: 1, condition: "RUSAK" },
    ]);
    expect(shown).toMatchObject({ state: "PARTLY_RETURNED", mayVoid: false, mayReturn: true });
    const [back] = shown.reversals;
    expect(back).toMatchObject({ kind: "RETURN", total: 20_000 });
    expect(back?.number).toMatch(/^KB-01-\d{6}-000002$/);
    expect(stockOf(0)).toBe(98);
    expect(readTill(dataDir, "SELECT receipt, turnover, reversals FROM counter")).toEqual([
      { receipt: 2, turnover: 32_000, reversals: 20_000 },
    ]);
    expect(await monthNow()).toBe(10_000);
  });

  test("has a body that keeps the contract, and a signed receipt", async () => {
    const sale = await sellToAsn();
    await bringBack(sale.saleId, [{ no: 2, qty: 1, condition: "RUSAK" }]);
    const [text = ""] = bodies("RETURN");
    const body = ReturnBody.parse(JSON.parse(text));
    expect(JSON.stringify(body)).toBe(text);
    expect(checkReversalSums(body).ok).toBe(true);
    expect(body).toMatchObject({ total: 2_000, counted: 0, outletId: till.outletId });
    const signed = "SELECT count(*) FROM journal WHERE kind = 'RETURN' AND receipt_signature <> ''";
    expect(countTill(dataDir, signed)).toBe(1);
    soundJournal(dataDir, till.tillId, till.publicKey);
  });

  test("of everything, in portions, gives back exactly what was paid", async () => {
    const sale = await sellToAsn();
    await bringBack(sale.saleId, [{ no: 1, qty: 2, condition: "BAIK" }]);
    const shown = await bringBack(sale.saleId, [
      { no: 1, qty: 1, condition: "BAIK" },
      { no: 2, qty: 1, condition: "BAIK" },
    ]);
    expect(shown).toMatchObject({ state: "RETURNED", mayReturn: false });
    expect(countTill(dataDir, "SELECT sum(total) FROM reversal")).toBe(sale.total);
    const more = [{ no: 1, qty: 1, condition: "BAIK" as const }];
    await expect(
      core.cashier.history.quote.query({ saleId: sale.saleId, lines: more }),
    ).rejects.toMatchObject({ code: "RETURN_TOO_MANY" });
  });

  test("without a supervisor is refused, and nothing of it is there", async () => {
    const sale = await sellToAsn();
    const input = {
      commandId: newId(),
      saleId: sale.saleId,
      lines: [{ no: 1, qty: 1, condition: "BAIK" as const }],
      reason: "DAMAGED" as const,
      refundBy: "CASH" as const,
      approvalId: null,
      expectedTotal: 10_000,
    };
    await expect(core.cashier.history.return.mutate(input)).rejects.toMatchObject({
      code: "APPROVAL_NEEDED",
    });
    expect(countTill(dataDir, "SELECT count(*) FROM reversal")).toBe(0);
    expect(stockOf(0)).toBe(97);
  });

  test("of another amount than the cashier saw is refused", async () => {
    const sale = await sellToAsn();
    const approvalId = await approval("RETURN", sale.saleId, 9_000);
    const input = {
      commandId: newId(),
      saleId: sale.saleId,
      lines: [{ no: 1, qty: 1, condition: "BAIK" as const }],
      reason: "DAMAGED" as const,
      refundBy: "CASH" as const,
      approvalId,
      expectedTotal: 9_000,
    };
    await expect(core.cashier.history.return.mutate(input)).rejects.toMatchObject({
      code: "TOTAL_CHANGED",
    });
  });

  test("of a voided sale is refused", async () => {
    const sale = await sellToAsn();
    await undo(sale);
    const lines = [{ no: 1, qty: 1, condition: "BAIK" as const }];
    await expect(
      core.cashier.history.quote.query({ saleId: sale.saleId, lines }),
    ).rejects.toMatchObject({ code: "SALE_VOIDED" });
  });

  test("printed once more is a journalled copy", async () => {
    const sale = await sellToAsn();
    const shown = await bringBack(sale.saleId, [{ no: 1, qty: 1, condition: "BAIK" }]);
    const { reversalId } = shown.reversals[0]!;
    await core.cashier.history.reprint.mutate({ commandId: newId(), reversalId });
    const [row] = readTill(dataDir, "SELECT body FROM journal WHERE kind = 'REPRINTED'");
    expect(JSON.parse((row as { body: string }).body)).toMatchObject({ copy: 1 });
    const detail = await core.cashier.history.detail.query({ saleId: sale.saleId });
    expect(detail.reversals[0]?.copies).toBe(1);
  });
});

test("the display shows a receipt's QR while it is asked for and nothing is being sold", async () => {
  const sale = await sellToAsn();
  core.pass(8_000);
  await core.cashier.history.show.mutate({ saleId: sale.saleId });
  const shown = await core.untilShown(({ screen }) => screen === "RECEIPT");
  expect(shown).toMatchObject({ number: sale.number, total: sale.total });
  expect(JSON.stringify(shown)).not.toContain(till.people[0]!.name);
  await add(0);
  await core.untilShown(({ screen }) => screen === "CART");
  await core.cashier.cart.clear.mutate();
  await core.cashier.history.show.mutate({ saleId: null });
  await core.untilShown(({ screen }) => screen === "IDLE");
});

test("a receipt's QR never takes the place of a payment's code, nor of the next sale's thanks", async () => {
  const sale = await sellToAsn();
  const { cashierId, pin } = till.cashiers[1]!;
  await core.cashier.session.login.mutate({ cashierId, pin });
  await core.cashier.qris.set.mutate({ commandId: newId(), text: STICKER });
  await core.cashier.history.show.mutate({ saleId: sale.saleId });
  await core.untilShown(({ screen }) => screen === "RECEIPT");
  await add(0);
  await core.cashier.buyer.setPublic.mutate();
  const { cartId, total } = core.state().cart;
  await core.cashier.qris.start.mutate({ commandId: newId(), cartId, amount: total });
  expect(await core.untilShown(({ screen }) => screen !== "CART")).toMatchObject({
    screen: "QRIS",
    amount: total,
  });
  await pay(core);
  await core.untilShown(({ screen }) => screen === "THANKS");
});

test("a receipt that is none is refused, and the display goes on", async () => {
  const shown = core.cashier.history.show.mutate({ saleId: newId() });
  await expect(shown).rejects.toMatchObject({ code: "NOT_FOUND" });
  await add(0);
  await core.untilShown(({ screen }) => screen === "CART");
});
