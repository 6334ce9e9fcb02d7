import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { monthStatus } from "./obligation.ts";
import { type ReceiptInput, receiptModel } from "./receipt.ts";
import type { SaleBody } from "./sale.ts";

const line = readFileSync(new URL("../vectors/journal.jsonl", import.meta.url), "utf8").split(
  "\n",
)[3];
const entry = JSON.parse(line ?? "") as { readonly hash: string; readonly body: string };
const body = JSON.parse(entry.body) as SaleBody;
const month = monthStatus({
  period: "2026-11",
  terms: [{ from: "2025-01-01", class: "PELAKSANA", obliged: true }],
  exemptions: [],
  obligations: {
    PELAKSANA: 50_000,
    PENGAWAS_FUNGSIONAL: 75_000,
    ADMINISTRATOR: 100_000,
    KEPALA_ESELON_III: 150_000,
    JPT_PRATAMA: 200_000,
  },
  counted: 100_000,
  asOf: null,
});
const input: ReceiptInput = {
  body,
  hash: entry.hash,
  outletName: "Galeri Dekranasda",
  outletAddress: "Kraksaan",
  cashierName: "Rina",
  goods: [
    { name: "Kopi Argopuro", makerName: "Kopi Krucil" },
    { name: "Keripik", makerName: "Dapur Gending" },
  ],
  buyer: { name: "Siti Aminah", nipLast4: "1991", officeName: "Dinas Sosial" },
  institution: null,
  month,
  printObligationLine: true,
  returnRule: "Barang rusak dapat ditukar dalam 3 hari.",
  qrUrl: "https://pusat.contoh.go.id/r/abc",
  copy: null,
  reversed: null,
  provisional: false,
};

describe("a receipt", () => {
  test("says what was sold, what was taken off and what was paid", () => {
    expect(receiptModel(input)).toMatchObject({
      number: "KB-01-261102-000001",
      subtotal: 105_000,
      lineDiscounts: 0,
      saleDiscount: 5_000,
      total: 100_000,
      tenders: [{ kind: "CASH", amount: 150_000 }],
      change: 50_000,
      code: "O5OM6C7YNGHW",
      unsigned: false,
      copy: null,
      reversed: null,
      lines: [
        { name: "Kopi Argopuro", makerName: "Kopi Krucil", qty: 2, gross: 70_000, net: 66_667 },
        { name: "Keripik", qty: 1, gross: 35_000, net: 33_333 },
      ],
      institution: null,
      buyer: { name: "Siti Aminah", nipLast4: "1991", counted: 100_000, month: { state: "MET" } },
    });
  });

  test("shows the obligation only where policy says so", () => {
    expect(receiptModel({ ...input, printObligationLine: false }).buyer?.month).toBeNull();
  });

  test("of a public buyer has no buyer block, even if names are at hand", () => {
    const buyer = { ...body.buyer, kind: "PUBLIC", assurance: null } as const;
    expect(receiptModel({ ...input, body: { ...body, buyer } }).buyer).toBeNull();
  });

  test("of an ASN whose name is not available still says how the identity was proven", () => {
    expect(receiptModel({ ...input, buyer: null }).buyer).toMatchObject({
      name: null,
      nipLast4: null,
      assurance: "SIGNED_CARD",
    });
  });

  test("without a signature has no address to prove", () => {
    expect(receiptModel({ ...input, qrUrl: null, copy: 2 })).toMatchObject({
      unsigned: true,
      copy: 2,
    });
  });
});
