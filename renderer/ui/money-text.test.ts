import { describe, expect, it } from "vitest";
import { groupedAmount, withDigits, withoutLast } from "./money-text.ts";

describe("an amount being typed", () => {
  it("is grouped by thousands, however it came", () => {
    expect(groupedAmount("1250000")).toBe("1.250.000");
    expect(groupedAmount("1.2500.00")).toBe("1.250.000");
    expect(groupedAmount("100.000")).toBe("100.000");
    expect(groupedAmount("50")).toBe("50");
    expect(groupedAmount("007")).toBe("7");
    expect(groupedAmount("0")).toBe("0");
  });

  it("stays as typed when it is more than digits", () => {
    for (const text of ["", "50rb", "100,5", "-5", "Rp50.000"]) {
      expect(groupedAmount(text)).toBe(text);
    }
  });

  it("grows and shrinks by the keypad", () => {
    expect(withDigits("50", "000", false)).toBe("50.000");
    expect(withDigits("85.000", "1", true)).toBe("1");
    expect(withoutLast("50.000")).toBe("5.000");
    expect(withoutLast("5")).toBe("");
  });
});
