import { describe, expect, it } from "vitest";
import { quickAmounts, rupiah } from "../../../shared/domain/money.ts";
import type { QrisTenderView } from "../../../shared/contract/paying.ts";
import {
  amountShown,
  asCash,
  formOf,
  openPayment,
  owedOf,
  quickChoices,
  tenderOf,
  tendersOf,
  whenFailed,
  whenFound,
} from "./payment.ts";
import { forgetPayment, rememberPayment, unansweredPayment } from "./payment-memory.ts";

const command = {
  commandId: "018f0000-0000-7000-8000-000000000001",
  cartId: "018f0000-0000-7000-8000-000000000002",
  expectedTotal: 85_000,
  tenders: [{ kind: "CASH" as const, amount: 100_000, reference: null, qrisId: null }],
};
const typed = { ...formOf("CASH"), text: "100.000", suggested: false };

describe("the pay sheet", () => {
  it("opens with what remains, so that Enter or one touch ends an exact payment", () => {
    expect(amountShown(formOf("CASH"), 85_000)).toBe("85.000");
  });

  it("follows what remains until the cashier types", () => {
    expect(amountShown(formOf("CASH"), 97_000)).toBe("97.000");
    expect(amountShown(typed, 97_000)).toBe("100.000");
  });

  it("reads what the cashier typed as whole rupiah and says the change", () => {
    expect(tenderOf("100.000", 85_000)).toEqual({
      kind: "enough",
      amount: 100_000,
      change: 15_000,
    });
    expect(tenderOf("100000", 85_000)).toEqual({ kind: "enough", amount: 100_000, change: 15_000 });
    expect(tenderOf("85.000", 85_000)).toEqual({ kind: "enough", amount: 85_000, change: 0 });
  });

  it("says how much is missing", () => {
    expect(tenderOf("80.000", 85_000)).toEqual({ kind: "short", amount: 80_000, missing: 5_000 });
  });

  it("refuses what is no amount, by code", () => {
    expect(tenderOf("100,5", 85_000)).toEqual({ kind: "malformed", code: "AMOUNT_MALFORMED" });
    expect(tenderOf("9".repeat(15), 1)).toEqual({ kind: "malformed", code: "AMOUNT_TOO_LARGE" });
    expect(tenderOf("  ", 85_000)).toEqual({ kind: "empty" });
  });

  it("offers the exact amount and the likely notes, each once and none too small", () => {
    expect(quickChoices(85_000, quickAmounts(rupiah(85_000)))).toEqual([85_000, 90_000, 100_000]);
    expect(quickChoices(12_000, quickAmounts(rupiah(12_000)))).toEqual([
      12_000, 15_000, 20_000, 50_000, 100_000,
    ]);
    expect(quickChoices(1_250_000, quickAmounts(rupiah(1_250_000)))[0]).toBe(1_250_000);
  });
});

describe("a payment in several parts", () => {
  const code: QrisTenderView = {
    qrisId: "018f0000-0000-7000-8000-000000000009",
    amount: 20_000,
    state: "CONFIRMED",
    by: "cashier",
    payload: "",
    merchant: "GALERI",
    city: "KRAKSAAN",
    expiresAt: 1,
  };
  const exact = (total: number) => ({ total, cashStep: 1 });
  const slip = { kind: "TRANSFER" as const, amount: 50_000, reference: "0815" };

  it("says what remains; a code that nobody confirmed is no money", () => {
    expect(owedOf(exact(85_000), [], [])).toMatchObject({ remaining: 85_000, settled: false });
    expect(owedOf(exact(85_000), [slip], [{ ...code, state: "OPEN" }])).toMatchObject({
      remaining: 35_000,
      codes: [],
    });
    expect(owedOf(exact(85_000), [slip], [code])).toMatchObject({
      remaining: 15_000,
      settled: false,
    });
    expect(owedOf(exact(70_000), [slip], [code])).toMatchObject({ remaining: 0, settled: true });
    expect(owedOf(exact(0), [], [])).toMatchObject({ remaining: 0, settled: false });
  });

  it("rounds down what is left for cash, and nothing else", () => {
    const cart = { total: 85_050, cashStep: 100 };
    const cash = { kind: "CASH" as const, amount: 15_000, reference: null };
    expect(owedOf(cart, [], [])).toMatchObject({
      remaining: 85_050,
      cashRemaining: 85_000,
      rounding: 50,
    });
    expect(owedOf(cart, [{ ...slip, amount: 85_000 }], [])).toMatchObject({
      remaining: 50,
      cashRemaining: 0,
      settled: false,
    });
    expect(owedOf(cart, [slip, cash], [code])).toMatchObject({ remaining: 0, settled: true });
  });

  it("opens at the code that still waits, else at cash", () => {
    expect(openPayment([code])).toMatchObject({ form: { method: "CASH" } });
    expect(openPayment([code, { ...code, state: "EXPIRED" }])).toMatchObject({
      form: { method: "QRIS" },
    });
  });

  it("is sent whole: codes, parts, and the last money", () => {
    const last = { kind: "CASH" as const, amount: 20_000, reference: null };
    const sent = tendersOf(owedOf(exact(85_000), [slip], [code]), last);
    expect(sent.map(({ kind, amount, qrisId }) => [kind, amount, qrisId])).toEqual([
      ["QRIS", 20_000, code.qrisId],
      ["TRANSFER", 50_000, null],
      ["CASH", 20_000, null],
    ]);
  });

  it("is shown as one sum when it is sent once more", () => {
    expect(amountShown(asCash(command).form, 85_000)).toBe("100.000");
  });
});

describe("a payment without an answer", () => {
  const sale = {
    saleId: "018f0000-0000-7000-8000-000000000003",
    number: "GDK-01-261122-000123",
    at: 1_795_320_000_000,
    period: "2026-11",
    total: 85_000,
    counted: 85_000,
    tendered: 100_000,
    change: 15_000,
    pieces: 2,
    buyerKind: "PUBLIC" as const,
    buyerName: null,
    month: null,
    code: "K7M2QX4RBT9A",
    signed: true,
    printOutcome: "WAITING" as const,
    printErrorCode: null,
    copies: 0,
    qrUrl: null,
  };

  it("is in doubt when the core went away, and open again when it was refused", () => {
    const sent = { command, form: typed };
    expect(whenFailed(sent, { code: "CORE_GONE", details: {} })).toEqual({
      kind: "lost",
      command,
    });
    const refusal = { code: "TOTAL_CHANGED", details: { total: 90_000 } };
    expect(whenFailed(sent, refusal)).toEqual({ kind: "open", form: typed, refusal });
  });

  it("is told as stored or not stored by what the core finds", () => {
    expect(whenFound(command, sale)).toEqual({
      kind: "stored",
      saleId: sale.saleId,
      number: "GDK-01-261122-000123",
      total: 85_000,
      change: 15_000,
    });
    expect(whenFound(command, null)).toEqual({ kind: "notStored", command });
  });

  it("is remembered over a reload of the window until its end was told", () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
      removeItem: (key: string) => void kept.delete(key),
    };
    expect(unansweredPayment(storage)).toBeNull();
    rememberPayment(storage, command);
    expect(unansweredPayment(storage)).toEqual(command);
    forgetPayment(storage);
    expect(unansweredPayment(storage)).toBeNull();
    for (const text of ["", "{", "null", '{"commandId":"x"}']) {
      storage.setItem("bela-beli.payment", text);
      expect(unansweredPayment(storage)).toBeNull();
    }
  });
});
