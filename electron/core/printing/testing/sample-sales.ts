import { type Rupiah, rupiah } from "../../../../shared/domain/money.ts";
import type { MonthStanding } from "../../../../shared/domain/obligation.ts";
import type { ReceiptModel } from "../../../../shared/domain/receipt.ts";
import { asnReceipt, buyer, goods, publicReceipt, receipt, SAMPLES } from "./sample-receipts.ts";

/* A sale of every kind a till makes. No real person, no real place of business. */

const coffee = goods({
  qty: 3,
  name: "Kopi Robusta Krucil 200 g",
  maker: "Kopi Argopuro Lestari",
  price: 42_000,
});
const batik = goods({
  qty: 1,
  name: "Kain Batik Tulis Motif Manggur 2 m",
  maker: "KUB Ronggo Mukti Sumber",
  price: 10_000_000,
});
const bag = goods({
  qty: 2,
  name: "Tas belanja kain",
  maker: "Galeri",
  price: 3_500,
  mayCount: false,
});

function month(state: MonthStanding["state"], counted: number, obligation: number): MonthStanding {
  const short: Rupiah = rupiah(Math.max(0, obligation - counted));
  return {
    period: "2026-11",
    asOf: asnReceipt.at,
    state,
    obligation: state === "SHORT" || state === "MET" ? rupiah(obligation) : null,
    counted: rupiah(counted),
    short,
  };
}

const office = {
  type: "OPD",
  name: "Dinas Koperasi, Usaha Mikro, Perdagangan dan Perindustrian Kabupaten Probolinggo",
  reference: "500.2.2/1187/426.110/2026",
} as const;

/** Sold to an office: ten million by transfer, the letter's number named. */
export const officeReceipt = receipt([batik, coffee], null, {
  tenders: [{ kind: "TRANSFER", amount: rupiah(10_126_000) }],
  institution: office,
});

/** Receipts by what they show, for the pictures and the tests that hold them to every width. */
export const SALES: Readonly<Record<string, ReceiptModel>> = {
  ...SAMPLES,
  cash: receipt([coffee], 150_000),
  qris: receipt([batik], null, { tenders: [{ kind: "QRIS", amount: rupiah(10_000_000) }] }),
  split: receipt([batik, coffee], null, {
    tenders: [
      { kind: "QRIS", amount: rupiah(9_000_000) },
      { kind: "CARD", amount: rupiah(1_000_000) },
      { kind: "TRANSFER", amount: rupiah(100_000) },
      { kind: "CASH", amount: rupiah(50_000) },
    ],
    change: rupiah(24_000),
  }),
  discounts: receipt(
    [
      goods({
        qty: 4,
        name: "Sirup Mangga 620 ml",
        maker: "UD Segar Leces",
        price: 28_500,
        discount: 14_000,
      }),
      goods({
        qty: 1,
        name: "Vas bambu",
        maker: "Anyaman Bu Sri Tiris",
        price: 65_000,
        discount: 5_000,
      }),
    ],
    200_000,
    { saleDiscount: rupiah(10_000) },
  ),
  met: receipt([coffee, bag], 150_000, {
    buyer: buyer({ counted: rupiah(126_000), month: month("MET", 126_000, 100_000) }),
  }),
  proxy: receipt([coffee, bag], 150_000, {
    buyer: buyer({
      proxy: true,
      assurance: "ENROLLED_QR",
      counted: rupiah(126_000),
      month: month("SHORT", 126_000, 200_000),
    }),
  }),
  exempt: receipt([coffee], 150_000, {
    buyer: buyer({ assurance: "NIP_QR", month: month("EXEMPT", 126_000, 0) }),
  }),
  notObliged: receipt([coffee], 150_000, {
    buyer: buyer({ assurance: "TYPED_NIP", month: month("NOT_OBLIGED", 126_000, 0) }),
  }),
  pending: receipt([coffee], 150_000, {
    buyer: buyer({
      name: null,
      officeName: null,
      nipLast4: "2007",
      assurance: "TYPED_NIP",
      match: "PENDING",
    }),
  }),
  office: officeReceipt,
  firm: receipt([coffee], 150_000, {
    institution: { type: "FIRM", name: "PT Contoh Sejahtera Tbk", reference: "" },
  }),
  copy: { ...publicReceipt, copy: 12 },
};
