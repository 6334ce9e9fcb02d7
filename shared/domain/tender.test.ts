import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rupiah } from "./money.ts";
import { changeOf } from "./sale.ts";
import { type AskedTender, cashRounding, checkTenders, remainingOf } from "./tender.ts";

fc.configureGlobal({ seed: 20_261_125 });

const cash = (amount: number): AskedTender => ({ kind: "CASH", amount, reference: null });
const qris = (amount: number): AskedTender => ({ kind: "QRIS", amount, reference: null });
const transfer = (amount: number, reference: string | null = "TRX 0815"): AskedTender => ({
  kind: "TRANSFER",
  amount,
  reference,
});
const total = rupiah(85_000);
const codeOf = (tenders: readonly AskedTender[], of = total): string | null => {
  const checked = checkTenders(of, tenders);
  return checked.ok ? null : checked.code;
};

describe("the ways to pay one sale", () => {
  test("may be mixed, and change comes from the cash", () => {
    expect(codeOf([transfer(50_000), qris(20_000), cash(20_000)])).toBeNull();
    expect(codeOf([cash(200_000)])).toBeNull();
  });

  test("never take more than the total without cash: there is no surcharge and no cash-out", () => {
    expect(codeOf([transfer(85_001)])).toBe("TENDER_ABOVE_TOTAL");
    expect(codeOf([transfer(50_000), qris(35_001)])).toBe("TENDER_ABOVE_TOTAL");
    expect(codeOf([cash(10_000), transfer(85_001)])).toBe("TENDER_ABOVE_TOTAL");
    expect(codeOf([transfer(85_000)])).toBeNull();
  });

  test("are at least one and at most twenty", () => {
    expect(codeOf([])).toBe("TENDER_COUNT");
    expect(codeOf(Array.from({ length: 20 }, () => cash(5_000)))).toBeNull();
    expect(codeOf(Array.from({ length: 21 }, () => cash(5_000)))).toBe("TENDER_COUNT");
  });

  test("name the slip of a transfer or a card, and nothing for cash", () => {
    for (const reference of [null, "", "  ", "x".repeat(41), "baris\nbaru", "é"]) {
      expect(codeOf([transfer(1_000, reference)])).toBe("REFERENCE_MALFORMED");
    }
    expect(codeOf([{ kind: "CARD", amount: 1_000, reference: null }])).toBe("REFERENCE_MALFORMED");
    expect(codeOf([{ kind: "CASH", amount: 1_000, reference: "7" }])).toBe("REFERENCE_MALFORMED");
    const checked = checkTenders(total, [transfer(85_000, " 0815 ")]);
    expect(checked).toEqual({ ok: true, value: [transfer(85_000, "0815")] });
  });

  test("are whole rupiah, and a QRIS is at most Rp10.000.000", () => {
    expect(codeOf([cash(0.5)])).toBe("AMOUNT_MALFORMED");
    expect(codeOf([cash(-1)])).toBe("AMOUNT_MALFORMED");
    expect(codeOf([transfer(0)])).toBe("AMOUNT_MALFORMED");
    expect(codeOf([cash(1e15)])).toBe("AMOUNT_TOO_LARGE");
    expect(codeOf([qris(10_000_001)], rupiah(20_000_000))).toBe("QRIS_CEILING");
    expect(codeOf([qris(10_000_000)], rupiah(20_000_000))).toBeNull();
    expect(codeOf([cash(0)], rupiah(0))).toBeNull();
  });

  test("leave change that never exceeds the cash, whatever they are", () => {
    const kinds = fc.constantFrom("CASH" as const, "QRIS" as const, "TRANSFER" as const);
    const tenders = fc.array(fc.tuple(kinds, fc.integer({ min: 1, max: 200_000 })), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), tenders, (amount, mixed) => {
        const asked = mixed.map(([kind, part]) =>
          kind === "CASH" ? cash(part) : kind === "QRIS" ? qris(part) : transfer(part),
        );
        const checked = checkTenders(rupiah(amount), asked);
        if (!checked.ok) return;
        const paid = checked.value.map((tender) => ({ ...tender, confirmedBy: null }));
        const change = changeOf(rupiah(amount), paid);
        expect(change.ok).toBe(remainingOf(amount, asked) === 0);
      }),
    );
  });
});

test.each([
  ["cash alone", [cash(30_000)], 50],
  ["cash beside a transfer", [transfer(10_000), cash(20_000)], 50],
  ["cash beside a QRIS of an odd amount", [qris(10_030), cash(20_000)], 20],
  ["a QRIS of the whole", [qris(22_550)], 0],
  ["a transfer that leaves less than the step", [transfer(22_500)], 0],
  ["more than the total without cash", [transfer(30_000), cash(100)], 0],
])("rounding takes off what %s makes of it", (_what, tenders, off) => {
  expect(cashRounding(rupiah(22_550), tenders, 100)).toBe(off);
  expect(cashRounding(rupiah(22_550), tenders, 1)).toBe(0);
});

test("what remains falls with each part and stops at nothing", () => {
  expect(remainingOf(85_000, [])).toBe(85_000);
  expect(remainingOf(85_000, [transfer(50_000)])).toBe(35_000);
  expect(remainingOf(85_000, [transfer(50_000), cash(50_000)])).toBe(0);
});
