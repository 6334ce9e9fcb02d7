import type {
  CashDirection,
  CashReason,
  DifferenceReason,
  DrawerReason,
} from "../../shared/domain/shift.ts";
import { money } from "./money-words.ts";

/** Everything the screens of a shift say. */
export const shiftTexts = {
  title: "Kas",
  sections: {
    report: "Laporan saat ini",
    in: "Uang masuk",
    out: "Uang keluar",
    drawer: "Buka laci",
    past: "Laporan Z lama",
  },
  sectionsLabel: "Bagian kas",
  lockNow: "Ganti petugas",
  closeShift: "Tutup kas",

  report: {
    sales: "Penjualan",
    drawer: "Uang di laci",
    total: (sales: number) => `Jumlah, ${sales} struk`,
    discounts: "Potongan diberikan",
    returns: "Retur",
    voids: "Pembatalan",
    net: "Bersih",
    float: "Modal awal",
    cashSales: "Penjualan tunai",
    cashIn: "Uang masuk",
    cashOut: "Uang keluar",
    cashRefunds: "Uang dikembalikan",
    expected: "Seharusnya di laci",
    counted: "Uang dihitung",
    blind:
      "Jumlah yang seharusnya ada di laci baru ditampilkan sesudah uangnya dihitung saat tutup kas.",
    printX: "Cetak laporan X",
    printing: "Laporan X masuk antrean cetak.",
  },

  move: {
    amount: "Jumlah",
    reason: "Alasan",
    note: "Keterangan",
    noteNeeded: "Wajib diisi untuk alasan lain",
    noteHint: "Boleh dikosongkan",
    slip: "Laci terbuka dan bukti untuk ditandatangani dicetak.",
    saveIn: "Catat uang masuk",
    saveOut: "Catat uang keluar",
    saved: (direction: CashDirection, amount: number) =>
      `${direction === "IN" ? "Uang masuk" : "Uang keluar"} ${money(amount)} tercatat.`,
  },

  drawer: {
    lead: "Membuka laci tanpa penjualan perlu PIN penyelia dan dicatat.",
    open: "Minta persetujuan dan buka laci",
    opened: "Laci dibuka dan dicatat.",
  },

  past: {
    none: "Belum ada kas yang ditutup di kasir ini.",
    list: "Kas yang sudah ditutup",
    more: "Tampilkan yang lebih lama",
    reprint: "Cetak salinan",
    reprinting: "Salinan masuk antrean cetak.",
    reason: "Sebab",
    closedBy: "Ditutup oleh",
    openedBy: "Dibuka oleh",
    seal: "Segel",
    sealed: (count: number, hash: string) => `${count} struk, ${hash.slice(0, 12)}…`,
    entry: "Catatan jurnal",
  },

  close: {
    title: "Tutup kas: hitung uang di laci",
    lead: "Hitung semua uang di laci, lalu isi jumlah lembar atau kepingnya. Enter ke baris berikut.",
    piece: "lembar atau keping",
    total: "Jumlah dihitung",
    cartStays: (pieces: number) =>
      `Keranjang berisi ${pieces} barang tetap tersimpan untuk kas berikutnya.`,
    submit: "Selesai menghitung",
    differentTitle: "Hitungan berbeda",
    less: "Kurang",
    more: "Lebih",
    same: "Cocok",
    why: "Menurut Anda, mengapa berbeda?",
    recount: "Hitung ulang",
    confirm: "Tutup kas dengan selisih ini",
    closedTitle: (zNumber: number) => `Kas ditutup, laporan Z-${zNumber}`,
    exact: "Uang di laci cocok.",
    printed: "Laporan Z tersimpan, dan dicetak begitu printer siap.",
    done: "Selesai",
  },
} as const;

/** Why cash was moved. */
export function cashReasonLabel(direction: CashDirection, reason: CashReason): string {
  const isIn = direction === "IN";
  switch (reason) {
    case "CHANGE":
      return isIn ? "Tambah uang kecil" : "Tukar uang kecil";
    case "BANK":
      return isIn ? "Ambil dari bank" : "Setor ke bank";
    case "EXPENSE":
      return isIn ? "Sisa belanja keperluan" : "Belanja keperluan";
    case "OTHER":
      return "Alasan lain";
  }
}

export function drawerReasonLabel(reason: DrawerReason): string {
  switch (reason) {
    case "CHANGE":
      return "Menukar uang";
    case "CHECK":
      return "Memeriksa isi laci";
    case "OTHER":
      return "Alasan lain";
  }
}

export function differenceReasonLabel(reason: DifferenceReason): string {
  switch (reason) {
    case "WRONG_CHANGE":
      return "Salah memberi kembalian";
    case "UNRECORDED":
      return "Uang masuk atau keluar belum dicatat";
    case "UNKNOWN":
      return "Tidak diketahui";
    case "OTHER":
      return "Sebab lain";
  }
}

/** Which way a count differs: the sign alone is easily overlooked. */
export function differenceName(difference: number): string {
  const { less, more, same } = shiftTexts.close;
  if (difference === 0) return same;
  return difference < 0 ? less : more;
}

export function differenceWords(difference: number): string {
  const name = differenceName(difference);
  return difference === 0 ? name : `${name} ${money(Math.abs(difference))}`;
}
