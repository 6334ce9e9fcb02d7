import { describe, expect, it } from "vitest";
import { quickAmounts, rupiah } from "../../../shared/domain/money.ts";
import {
  openPayment,
  quickChoices,
  tenderOf,
  tenderText,
  whenFailed,
  whenFound,
} from "./payment.ts";
import { forgetPayment, rememberPayment, unansweredPayment } from "./payment-memory.ts";

const command = {
  commandId: "018f0000-0000-7000-8000-000000000001",
  cartId: "018f0000-0000-7000-8000-000000000002",
  expectedTotal: 85_000,
  tendered: 100_000,
};

describe("the pay sheet", () => {
  it("opens with the exact amount, so that Enter or one touch ends an exact payment", () => {
    expect(openPayment(85_000)).toMatchObject({ kind: "open", text: "85.000", suggested: true });
  });

  it("follows the total until the cashier types", () => {
    expect(tenderText(openPayment(85_000), 97_000)).toBe("97.000");
    const typed = { kind: "open", text: "100.000", suggested: false, refusal: null } as const;
    expect(tenderText(typed, 97_000)).toBe("100.000");
    expect(tenderText({ kind: "sending", command }, 97_000)).toBe("100.000");
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
  };

  it("is in doubt when the core went away, and open again when it was refused", () => {
    expect(whenFailed(command, { code: "CORE_GONE", details: {} })).toEqual({
      kind: "lost",
      command,
    });
    const refusal = { code: "TOTAL_CHANGED", details: { total: 90_000 } };
    expect(whenFailed(command, refusal)).toEqual({
      kind: "open",
      text: "100.000",
      suggested: false,
      refusal,
    });
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
