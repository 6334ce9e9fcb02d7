import type { HistoryRow, ReversalView } from "../../shared/contract/after-sale.ts";
import type { Condition, ReturnReason, VoidReason } from "../../shared/domain/return.ts";
import { inLanguages, said } from "./language.ts";

export const historyWords = inLanguages(
  {
    title: "Riwayat penjualan",
    search: "Cari penjualan",
    searchHint: "Nomor, jumlah, nama pembeli, barang; atau pindai kartu dan QR struk",
    date: "Tanggal",
    dateHint: "26-11-2026",
    today: "Hari ini",
    allDates: "Semua tanggal",
    list: "Penjualan",
    none: "Tidak ada penjualan yang cocok. Periksa tulisannya, atau pilih semua tanggal.",
    noneYet: "Belum ada penjualan di kasir ini.",
    more: "Tampilkan yang lebih lama",
    pick: "Pilih satu penjualan untuk melihat isinya.",
    visitor: "Umum",
    institution: "Lembaga",
    nameless: "ASN, nama tidak tersedia",
    former: (tillName: string) => `dari kasir lama ${tillName}`,
    formerComing: (tillName: string) =>
      `Penjualan kasir lama ${tillName} sedang diambil, yang terbaru dahulu.`,
    formerRefused: (tillName: string, seq: number) =>
      `Catatan kasir lama ${tillName} ditolak: catatan ${seq} tidak utuh. Hubungi admin pusat.`,
  },
  {
    title: "Sales history",
    search: "Find a sale",
    searchHint: "Number, amount, buyer, goods; or scan a card or a receipt's QR",
    date: "Date",
    dateHint: "26-11-2026",
    today: "Today",
    allDates: "All dates",
    list: "Sales",
    none: "No sale matches. Check the spelling, or choose all dates.",
    noneYet: "No sales at this till yet.",
    more: "Show older ones",
    pick: "Choose a sale to see what is in it.",
    visitor: "Public",
    institution: "Institution",
    nameless: "ASN, name not available",
    former: (tillName) => `from former till ${tillName}`,
    formerComing: (tillName) =>
      `Sales of the former till ${tillName} are still coming, the newest first.`,
    formerRefused: (tillName, seq) =>
      `The former till ${tillName}'s journal is refused: entry ${seq} does not hold. Call the central admin.`,
  },
);

export const detailWords = inLanguages(
  {
    number: "Nomor",
    time: "Waktu",
    cashier: "Kasir",
    buyer: "Pembeli",
    office: "Unit",
    month: "Bulan itu",
    counted: "Dihitung",
    total: "Total",
    change: "Kembalian",
    code: "Kode periksa",
    later: "tanda tangan menyusul",
    receipt: "Struk",
    goods: "Barang",
    notCounted: "tidak dihitung",
    returned: (count: number) => `${count} diretur`,
    copy: (next: number) => `Cetak salinan ${next}`,
    invoice: "Cetak kuitansi",
    qr: "QR struk",
    void: "Batalkan",
    return: "Retur barang",
    slip: "Cetak salinan slip",
    takenBack: "Pembatalan dan retur",
    approvedBy: (name: string) => `disetujui ${name}`,
    alone: "satu orang, tanpa penyelia",
    formerNote: (tillName: string) =>
      `Dijual di kasir lama ${tillName}: hanya untuk dilihat. Retur, pembatalan, dan salinan struk tidak bisa di kasir ini; catat nomornya dan hubungi admin pusat.`,
  },
  {
    number: "Number",
    time: "Time",
    cashier: "Cashier",
    buyer: "Buyer",
    office: "Office",
    month: "That month",
    counted: "Counts",
    total: "Total",
    change: "Change",
    code: "Check code",
    later: "signature follows",
    receipt: "Receipt",
    goods: "Goods",
    notCounted: "does not count",
    returned: (count) => `${count} returned`,
    copy: (next) => `Print copy ${next}`,
    invoice: "Print kuitansi",
    qr: "Receipt QR",
    void: "Void",
    return: "Return goods",
    slip: "Print the slip again",
    takenBack: "Voids and returns",
    approvedBy: (name) => `approved by ${name}`,
    alone: "one person, no supervisor",
    formerNote: (tillName) =>
      `Sold at the former till ${tillName}: to look at only. Returns, voids and copies of the receipt cannot be made at this till; note the number and call the central admin.`,
  },
);

export const voidWords = inLanguages(
  {
    title: "Batalkan penjualan",
    lead: "Seluruh penjualan ini dibatalkan: barang kembali ke rak, uang kembali ke pembeli, catatan bulan pembeli dikurangi. Nomor struk tetap tercatat.",
    reason: "Alasan",
    note: "Catatan",
    noteHint: "Boleh kosong bila penyelia menyetujui.",
    noteAlone:
      "Wajib, paling sedikit 5 huruf: tulis mengapa penyelia tidak ada dan apa yang terjadi.",
    alone: "Tidak ada penyelia yang bisa dihubungi",
    aloneHint: "Ditandai SATU ORANG di slip, dan dilihat DKUPP hari ini juga.",
    ask: "Minta persetujuan penyelia",
    doAlone: "Batalkan, satu orang",
    done: "Penjualan dibatalkan",
    doneHint: (amount: string) => `Serahkan ${amount} kepada pembeli.`,
  },
  {
    title: "Void the sale",
    lead: "The whole sale is voided: goods go back to the shelf, the money back to the buyer, the buyer's month is reduced. The receipt's number stays on record.",
    reason: "Reason",
    note: "Note",
    noteHint: "May be empty when a supervisor approves.",
    noteAlone: "Needed, at least 5 letters: write why no supervisor is there and what happened.",
    alone: "No supervisor can be reached",
    aloneHint: "Marked SATU ORANG on the slip, and seen by DKUPP today.",
    ask: "Ask a supervisor to approve",
    doAlone: "Void, one person",
    done: "The sale is voided",
    doneHint: (amount) => `Hand ${amount} to the buyer.`,
  },
);

export const returnWords = inLanguages(
  {
    title: "Retur barang",
    lead: "Pilih jumlah barang yang dibawa kembali, dan keadaannya.",
    less: (name: string) => `Kurangi ${name}`,
    more: (name: string) => `Tambah ${name}`,
    condition: (name: string) => `Keadaan ${name}`,
    left: (count: number) => `dari ${count}`,
    reason: "Alasan",
    refundBy: "Uang dikembalikan lewat",
    total: "Uang kembali",
    monthLess: (amount: string) => `Catatan bulan pembeli berkurang ${amount}.`,
    ask: "Minta persetujuan penyelia",
    done: "Retur tersimpan",
    doneHint: (amount: string) => `Serahkan ${amount} kepada pembeli.`,
  },
  {
    title: "Return goods",
    lead: "Choose how many of each were brought back, and in what state.",
    less: (name) => `One less: ${name}`,
    more: (name) => `One more: ${name}`,
    condition: (name) => `State of ${name}`,
    left: (count) => `of ${count}`,
    reason: "Reason",
    refundBy: "Money goes back by",
    total: "Refund",
    monthLess: (amount) => `The buyer's month goes down by ${amount}.`,
    ask: "Ask a supervisor to approve",
    done: "The return is stored",
    doneHint: (amount) => `Hand ${amount} to the buyer.`,
  },
);

export const qrWords = inLanguages(
  {
    title: "Struk lewat QR",
    ask: "Pembeli memindai kode ini dengan kamera ponsel. Kode yang sama tampil di layar pembeli.",
    none: "Struk ini belum bertanda tangan, jadi belum ada QR. Cetak struknya, atau coba lagi nanti.",
  },
  {
    title: "Receipt by QR",
    ask: "The buyer scans this code with a phone's camera. The customer display shows it too.",
    none: "This receipt is not signed yet, so it has no QR. Print it, or try again later.",
  },
);

export const voidReasonWords: Readonly<Record<VoidReason, string>> = inLanguages(
  {
    WRONG_GOODS: "Barang atau jumlah keliru",
    WRONG_BUYER: "Pembeli keliru",
    WRONG_PAYMENT: "Pembayaran keliru",
    BUYER_LEFT: "Pembeli batal membeli",
  },
  {
    WRONG_GOODS: "Wrong goods or quantity",
    WRONG_BUYER: "Wrong buyer",
    WRONG_PAYMENT: "Wrong payment",
    BUYER_LEFT: "Buyer changed their mind",
  },
);

export const returnReasonWords: Readonly<Record<ReturnReason, string>> = inLanguages(
  {
    DAMAGED: "Barang rusak",
    EXPIRED: "Barang kedaluwarsa",
    WRONG_GOODS: "Barang keliru",
    CHANGED_MIND: "Pembeli berubah pikiran",
  },
  {
    DAMAGED: "Damaged",
    EXPIRED: "Past its date",
    WRONG_GOODS: "Wrong goods",
    CHANGED_MIND: "Buyer changed their mind",
  },
);

export const conditionWords: Readonly<Record<Condition, string>> = inLanguages(
  {
    BAIK: "Baik, kembali ke rak",
    RUSAK: "Rusak",
    KEDALUWARSA: "Kedaluwarsa",
  },
  {
    BAIK: "Good, back to the shelf",
    RUSAK: "Damaged",
    KEDALUWARSA: "Past its date",
  },
);

/** What became of a sale; nothing while it stands as it was sold. */
export function saleStateWords(state: HistoryRow["state"]): string | null {
  switch (state) {
    case "SOLD":
      return null;
    case "VOIDED":
      return said("Dibatalkan", "Voided");
    case "RETURNED":
      return said("Diretur semua", "All returned");
    case "PARTLY_RETURNED":
      return said("Diretur sebagian", "Partly returned");
  }
}

/** Who bought, in a list. */
export function buyerWords(row: Pick<HistoryRow, "buyerKind" | "buyerName">): string {
  switch (row.buyerKind) {
    case "ASN":
      return row.buyerName ?? historyWords.nameless;
    case "PUBLIC":
      return historyWords.visitor;
    case "INSTITUTION":
      return historyWords.institution;
  }
}

/** What a void or return is called, and why it was done. */
export function reversalWords({ kind, number, reason }: ReversalView): string {
  const reasons: Readonly<Record<string, string>> =
    kind === "VOID" ? voidReasonWords : returnReasonWords;
  const why = (reasons[reason] ?? reason).toLowerCase();
  return kind === "VOID"
    ? said(`Dibatalkan: ${why}`, `Voided: ${why}`)
    : said(`Retur ${number ?? ""}: ${why}`, `Return ${number ?? ""}: ${why}`);
}
