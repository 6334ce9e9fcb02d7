import { describe, expect, test } from "vitest";
import { rupiah } from "../../../shared/domain/money.ts";
import { layoutInvoice } from "./layout-invoice.ts";
import { layoutReceipt } from "./layout-receipt.ts";
import { layoutReversal } from "./layout-reversal.ts";
import type { Columns, PrintLine } from "./print-line.ts";
import { receiptBytes } from "./receipt-bytes.ts";
import { asnReceipt, SAMPLES } from "./testing/sample-receipts.ts";
import { longestSlip as slip } from "./testing/sample-slips.ts";

const WIDTHS = [32, 42, 48] as const satisfies readonly Columns[];
/** The widest line in columns; a LARGE character takes two. */
function widest(lines: readonly PrintLine[]): number {
  const widths = lines.map((line) =>
    line.kind === "TEXT" ? line.text.length * (line.size === "LARGE" ? 2 : 1) : 0,
  );
  return Math.max(...widths);
}

const textOf = (lines: readonly PrintLine[]): string =>
  lines.flatMap((line) => (line.kind === "TEXT" ? [line.text] : [])).join("\n");

describe.each(WIDTHS)("on paper of %i columns", (columns) => {
  test("a slip with the longest names keeps inside it, and every amount stands whole", () => {
    const lines = layoutReversal(slip(), columns);
    expect(widest(lines)).toBeLessThanOrEqual(columns);
    expect(textOf(lines)).toMatch(/(?:^|[ \n])Rp10\.000\.000\.000\.000$/m);
    expect(() => receiptBytes(lines, { columns, cutter: true })).not.toThrow();
  });

  test.each(Object.entries(SAMPLES))(
    "a kuitansi of the %s sale keeps inside it",
    (_name, receipt) => {
      const lines = layoutInvoice({ receipt, payer: null, reference: null, copy: 1 }, columns);
      expect(widest(lines)).toBeLessThanOrEqual(columns);
      expect(() => receiptBytes(lines, { columns, cutter: true })).not.toThrow();
    },
  );
});

test("a void by one person says so, and draws no number", () => {
  const alone = slip({ kind: "VOID", number: null, approverName: null, reason: "WRONG_BUYER" });
  const text = textOf(layoutReversal(alone, 48));
  expect(text).toContain("PEMBATALAN");
  expect(text).toContain("SATU ORANG");
  expect(text).not.toMatch(/^Nomor/m);
  expect(text.match(/SALINAN KE-2/g)).toHaveLength(2);
});

test.each([
  ["VOIDED", "DIBATALKAN"],
  ["RETURNED", "SUDAH DIRETUR"],
  ["PARTLY_RETURNED", "SEBAGIAN DIRETUR"],
] as const)("a receipt of a sale %s since says so, above and below", (kind, said) => {
  const reversed = { kind, at: Date.UTC(2026, 10, 23, 3), total: rupiah(12_500) };
  const text = textOf(layoutReceipt({ ...asnReceipt, copy: 1, reversed }, 32));
  expect(text.match(new RegExp(`\\*\\*\\* ${said} \\*\\*\\*`, "g"))).toHaveLength(2);
  expect(text).toContain("Rp12.500");
  expect(textOf(layoutReceipt(asnReceipt, 32))).not.toContain(said);
});

test("an unsigned slip says that its signature follows", () => {
  expect(textOf(layoutReversal(slip({ unsigned: true }), 48))).toContain("tanda tangan menyusul");
});

test("a kuitansi says the amount in words, who paid, and leaves room to sign", () => {
  const invoice = { receipt: asnReceipt, payer: "Dinas Kesehatan", reference: "027/1", copy: 0 };
  const text = textOf(layoutInvoice(invoice, 48));
  expect(text).toContain("Delapan puluh tiga ribu lima ratus rupiah");
  expect(text).toContain("Dinas Kesehatan");
  expect(text).toContain("027/1");
  expect(text.match(/_{20,}/g)).toHaveLength(2);
});
