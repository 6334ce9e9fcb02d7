import { rupiah } from "../../../../shared/domain/money.ts";
import type { ReceiptBuyer, ReceiptLine, ReceiptModel } from "../../../../shared/domain/receipt.ts";

/* Receipts that a layout has to survive. No real person, no real place of business. */

const AT = Date.UTC(2026, 10, 22, 2, 14);
const LINK =
  "AQGdqBMxAHmQqw9dS3rI8JpCk6e0oV3r2uTq5bJm1yXcZsWnHhRkLdFgQeYtUiOpAsDfGhJkLzXcVbNmQwErTyUiOpAsDf" +
  "GhJkLzXcVbNmQwErTyUiOpAsDfGhJkLzXcVbNmQwErTyUiOpAsDfGhJkLzXcVbNmGDK3AZ1B2c";

export const GALLERY_URL = `https://belabeli.contoh.go.id/r/${LINK}`;

type Goods = {
  readonly qty: number;
  readonly name: string;
  readonly maker: string;
  readonly price: number;
  readonly discount?: number;
  readonly mayCount?: boolean;
};

/** A line of a receipt, its sums worked out. */
export function goods({
  qty,
  name,
  maker,
  price,
  discount = 0,
  mayCount = true,
}: Goods): ReceiptLine {
  const gross = price * qty;
  return {
    qty,
    name,
    makerName: maker,
    unitPrice: rupiah(price),
    gross: rupiah(gross),
    lineDiscount: rupiah(discount),
    net: rupiah(gross - discount),
    mayCount,
  };
}

/** A receipt of these lines; `tendered` null: the exact amount in cash. */
export function receipt(
  lines: readonly ReceiptLine[],
  tendered: number | null,
  more: Partial<ReceiptModel> = {},
): ReceiptModel {
  const subtotal = lines.reduce((sum, line) => sum + line.gross, 0);
  const lineDiscounts = lines.reduce((sum, line) => sum + line.lineDiscount, 0);
  const total = subtotal - lineDiscounts - (more.saleDiscount ?? 0);
  return {
    outletName: "Galeri Dekranasda Kraksaan",
    outletAddress: "Jl. Panglima Sudirman 134, Kraksaan, Kabupaten Probolinggo",
    number: "GDK-01-261122-000123",
    at: AT,
    cashierName: "Rina Kusumawati",
    lines,
    subtotal: rupiah(subtotal),
    lineDiscounts: rupiah(lineDiscounts),
    saleDiscount: rupiah(0),
    total: rupiah(total),
    tenders: [{ kind: "CASH", amount: rupiah(tendered ?? total) }],
    change: rupiah((tendered ?? total) - total),
    buyer: null,
    institution: null,
    code: "K7QWERTY2ABC",
    qrUrl: GALLERY_URL,
    returnRule: "Barang rusak dapat ditukar dalam 3 hari dengan membawa struk ini.",
    copy: null,
    unsigned: false,
    provisional: false,
    reversed: null,
    training: false,
    ...more,
  };
}

/** A civil servant with a signed card, whose month is not printed. */
export function buyer(more: Partial<ReceiptBuyer> = {}): ReceiptBuyer {
  return {
    name: "Bambang Hermanto, S.Pd.",
    nipLast4: "1991",
    officeName: "Dinas Pendidikan dan Kebudayaan",
    assurance: "SIGNED_CARD",
    match: "MATCHED",
    proxy: false,
    counted: rupiah(80_000),
    month: null,
    ...more,
  };
}

const november = { period: "2026-11", asOf: AT };

/** A civil servant by card, still short. */
export const asnReceipt = receipt(
  [
    goods({
      qty: 2,
      name: "Keripik Mangga Arumanis 250 g",
      maker: "UD Sari Manis",
      price: 25_000,
      discount: 5_000,
    }),
    goods({
      qty: 1,
      name: "Abon Ikan Tongkol Pedas 100 g",
      maker: "Dapur Bu Tini Paiton",
      price: 35_000,
    }),
    goods({ qty: 1, name: "Tas belanja kain", maker: "Galeri", price: 3_500, mayCount: false }),
  ],
  100_000,
  {
    buyer: buyer({
      month: {
        ...november,
        state: "SHORT",
        obligation: rupiah(100_000),
        counted: rupiah(80_000),
        short: rupiah(20_000),
      },
    }),
  },
);

/** A visitor; nothing about a person. */
export const publicReceipt = receipt(
  [
    goods({
      qty: 3,
      name: "Kopi Robusta Krucil 200 g",
      maker: "Kopi Argopuro Lestari",
      price: 42_000,
    }),
  ],
  150_000,
);

/** Names as long as forms allow, ten million, a proxy, a roster without the name. */
export const longestReceipt = receipt(
  [
    goods({
      qty: 9_999,
      name: "Kain Batik Tulis Motif Manggur Kombinasi Anggur dan Mangga Pewarna Alam Indigofera 2,5 meter",
      maker: "Kelompok Usaha Bersama Perempuan Pengrajin Batik Tulis Ronggo Mukti Sumbersecang",
      price: 1_000_000_000,
      discount: 1_000,
    }),
    goods({
      qty: 1,
      name: "Supercalifragilisticexpialidociousketahananpangan",
      maker: "CV Tanpaspasiterpanjangsedunia",
      price: 10_000_000,
    }),
  ],
  null,
  {
    outletName: "Galeri Dekranasda Kantor Bupati Probolinggo dan Pusat Oleh-Oleh Kraksaan",
    number: "GDKP-01-261122-123456789012",
    cashierName: "Muhammad Abdurrahman Wahid Hasyim Nurkholis Setyawan",
    saleDiscount: rupiah(500_000),
    tenders: [
      { kind: "CASH", amount: rupiah(10_000_000) },
      { kind: "QRIS", amount: rupiah(10_000_000) },
      { kind: "TRANSFER", amount: rupiah(9_999_000_000_000) },
    ],
    buyer: buyer({
      name: "Dr. dr. Raden Ayu Siti Khadijah Nurul Hidayati Kusumaningrum, Sp.PD., M.Kes., FINASIM",
      officeName: "Dinas Pemberdayaan Perempuan Perlindungan Anak Pengendalian Penduduk dan KB",
      assurance: "TYPED_NIP",
      match: "PENDING",
      proxy: true,
      month: {
        ...november,
        state: "MET",
        obligation: rupiah(200_000),
        counted: rupiah(10_000_000),
        short: rupiah(0),
      },
    }),
    copy: 2,
  },
);

/** Forty lines, and letters no printer's code page agrees on. */
export const fortyLines = receipt(
  Array.from({ length: 40 }, (_, index) =>
    goods({
      qty: 1 + (index % 3),
      name: `Jenang “Café” №${index + 1} – 100 g…`,
      maker: "Ibu Né’imah ½ kg ×2 印",
      price: 3_500 + index * 500,
    }),
  ),
  5_000_000,
);

/** Written while the signing key could not be used. */
export const unsignedReceipt = receipt(
  [goods({ qty: 1, name: "Gula Merah Aren 500 g", maker: "Tani Makmur Tiris", price: 10_000_000 })],
  10_000_000,
  { qrUrl: null, unsigned: true, buyer: buyer({ name: null, nipLast4: null, officeName: null }) },
);

export const SAMPLES: Readonly<Record<string, ReceiptModel>> = {
  asn: asnReceipt,
  public: publicReceipt,
  longest: longestReceipt,
  forty: fortyLines,
  unsigned: unsignedReceipt,
};
