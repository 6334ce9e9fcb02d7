import { describe, expect, it } from "vitest";
import { quickAmounts, rupiah } from "../../../shared/domain/money.ts";
import { openPayment, quickChoices, tenderOf, whenCoreGone } from "./payment.ts";

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

describe("a core that goes away", () => {
  it("leaves a payment that was sent in doubt, and no other", () => {
    expect(whenCoreGone({ kind: "sending", command })).toEqual({ kind: "lost", command });
    expect(whenCoreGone(openPayment(5_000))).toEqual(openPayment(5_000));
    expect(whenCoreGone({ kind: "closed" })).toEqual({ kind: "closed" });
  });
});
