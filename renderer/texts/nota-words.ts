import type { NotaView } from "../../shared/contract/after-sale.ts";
import { inLanguages } from "./language.ts";

/** The screen around the paper. */
export const notaWords = inLanguages(
  {
    title: "Nota dan kuitansi A4",
    lead: "Dua halaman A4: kuitansi dengan jumlah dalam huruf, lalu nota dengan rincian barang. Simpan sebagai PDF untuk dicetak, dicap, dan ditandatangani.",
    preview: "Pratinjau kuitansi dan nota",
    save: "Simpan PDF",
    saving: "Menyimpan",
    saved: "PDF tersimpan",
    failed: "PDF belum tersimpan",
    failedTodo: "Pilih folder lain yang bisa ditulisi dan masih punya ruang, lalu simpan lagi.",
    open: "PDF A4",
  },
  {
    title: "Invoice and receipt on A4",
    lead: "Two A4 pages: the kuitansi with the amount in words, then the nota with the goods. Save it as a PDF to print, stamp and sign.",
    preview: "Preview of kuitansi and nota",
    save: "Save PDF",
    saving: "Saving",
    saved: "PDF saved",
    failed: "The PDF was not saved",
    failedTodo: "Choose another folder that can be written to and has room, then save again.",
    open: "A4 PDF",
  },
);

/** What stands on the paper itself: Indonesian in either language. */
export const notaPaper = {
  receipt: "KUITANSI",
  note: "NOTA PEMBELIAN",
  number: "Nomor",
  date: "Tanggal",
  to: "Kepada",
  from: "Sudah terima dari",
  sum: "Uang sejumlah",
  purpose: "Untuk pembayaran",
  reference: "Nomor surat",
  way: "Cara bayar",
  goods: "Nama barang",
  no: "No",
  qty: "Jumlah",
  price: "Harga satuan",
  amount: "Nilai",
  subtotal: "Subtotal",
  discount: "Potongan",
  total: "Jumlah dibayar",
  words: "Terbilang",
  agreed: ["Setuju dibayar", "Pengguna Anggaran / KPA"],
  paid: ["Lunas dibayar", "Bendahara Pengeluaran"],
  payer: ["Yang membayar", ""],
  receiver: "Yang menerima",
  buyer: "Pembeli",
  seller: "Penjual",
  nip: "NIP",
  stamp: "cap dan tanda tangan",
  code: "Kode",
  check: "Pindai untuk cek keaslian",
  later: "tanda tangan digital menyusul",
  remark: "Keterangan",
  // oxlint-disable-next-line bela-beli/texts -- paper
  afterReturn: (amount: string) => `sesudah retur ${amount}`,
  // oxlint-disable-next-line bela-beli/texts -- paper
  of: (number: string) => `pembelian produk UMKM sesuai nota nomor ${number}`,
  tenders: { CASH: "tunai", QRIS: "QRIS", TRANSFER: "transfer", CARD: "kartu" },
} as const satisfies Record<string, unknown> & {
  tenders: Record<NotaView["paidBy"][number], string>;
};
