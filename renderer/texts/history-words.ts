import type { HistoryRow, ReversalView } from "../../shared/contract/after-sale.ts";
import type { Condition, ReturnReason, VoidReason } from "../../shared/domain/return.ts";

type Way = ReversalView["refunds"][number]["kind"];

export const historyWords = {
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
  pieces: (count: number) => `${count} barang`,
  visitor: "Umum",
  institution: "Instansi",
  nameless: "ASN, nama tidak tersedia",
} as const;

export const detailWords = {
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
} as const;

export const voidWords = {
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
} as const;

export const returnWords = {
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
} as const;

export const qrWords = {
  title: "Struk lewat QR",
  ask: "Pembeli memindai kode ini dengan kamera ponsel. Kode yang sama tampil di layar pembeli.",
  none: "Struk ini belum bertanda tangan, jadi belum ada QR. Cetak struknya, atau coba lagi nanti.",
} as const;

export const voidReasonWords: Readonly<Record<VoidReason, string>> = {
  WRONG_GOODS: "Barang atau jumlah keliru",
  WRONG_BUYER: "Pembeli keliru",
  WRONG_PAYMENT: "Pembayaran keliru",
  BUYER_LEFT: "Pembeli batal membeli",
};

export const returnReasonWords: Readonly<Record<ReturnReason, string>> = {
  DAMAGED: "Barang rusak",
  EXPIRED: "Barang kedaluwarsa",
  WRONG_GOODS: "Barang keliru",
  CHANGED_MIND: "Pembeli berubah pikiran",
};

export const conditionWords: Readonly<Record<Condition, string>> = {
  BAIK: "Baik, kembali ke rak",
  RUSAK: "Rusak",
  KEDALUWARSA: "Kedaluwarsa",
};

export const wayWords: Readonly<Record<Way, string>> = {
  CASH: "Tunai",
  QRIS: "QRIS",
  TRANSFER: "Transfer",
  CARD: "Kartu",
};

/** What became of a sale; nothing while it stands as it was sold. */
export function saleStateWords(state: HistoryRow["state"]): string | null {
  switch (state) {
    case "SOLD":
      return null;
    case "VOIDED":
      return "Dibatalkan";
    case "RETURNED":
      return "Diretur semua";
    case "PARTLY_RETURNED":
      return "Diretur sebagian";
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
  const reasons: Readonly<Record<string, string>> = { ...voidReasonWords, ...returnReasonWords };
  const why = (reasons[reason] ?? reason).toLowerCase();
  return kind === "VOID" ? `Dibatalkan: ${why}` : `Retur ${number ?? ""}: ${why}`;
}
