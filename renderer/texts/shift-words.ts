import type {
  CashDirection,
  CashReason,
  DifferenceReason,
  DrawerReason,
} from "../../shared/domain/shift.ts";
import { englishCount, inLanguages, said } from "./language.ts";
import { money } from "./money-words.ts";

/** Everything the screens of a shift say. */
export const shiftTexts = inLanguages(
  {
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
      firstCounted: "Hitungan pertama",
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
        `Uang ${direction === "IN" ? "masuk" : "keluar"} ${money(amount)} tercatat.`,
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
  },
  {
    title: "Drawer",
    sections: {
      report: "Report so far",
      in: "Cash in",
      out: "Cash out",
      drawer: "Open drawer",
      past: "Past Z reports",
    },
    sectionsLabel: "Parts of the drawer",
    lockNow: "Change cashier",
    closeShift: "Close the shift",

    report: {
      sales: "Sales",
      drawer: "Cash in the drawer",
      total: (sales) => `Total, ${englishCount(sales, "receipt")}`,
      discounts: "Discounts given",
      returns: "Returns",
      voids: "Voids",
      net: "Net",
      float: "Float",
      cashSales: "Cash sales",
      cashIn: "Cash in",
      cashOut: "Cash out",
      cashRefunds: "Cash refunded",
      expected: "Expected in the drawer",
      counted: "Counted",
      firstCounted: "First count",
      blind: "What should be in the drawer is shown only once the money was counted at the close.",
      printX: "Print the X report",
      printing: "The X report is queued for printing.",
    },

    move: {
      amount: "Amount",
      reason: "Reason",
      note: "Note",
      noteNeeded: "Needed for another reason",
      noteHint: "May be left empty",
      slip: "The drawer opens and a slip to sign is printed.",
      saveIn: "Record cash in",
      saveOut: "Record cash out",
      saved: (direction, amount) =>
        `${direction === "IN" ? "Cash in" : "Cash out"} of ${money(amount)} recorded.`,
    },

    drawer: {
      lead: "Opening the drawer without a sale takes a supervisor's PIN and is recorded.",
      open: "Ask for approval and open the drawer",
      opened: "The drawer was opened and this was recorded.",
    },

    past: {
      none: "No shift was closed at this till yet.",
      list: "Closed shifts",
      more: "Show older ones",
      reprint: "Print a copy",
      reprinting: "The copy is queued for printing.",
      reason: "Reason",
      closedBy: "Closed by",
      openedBy: "Opened by",
      seal: "Seal",
      sealed: (count, hash) => `${englishCount(count, "receipt")}, ${hash.slice(0, 12)}…`,
      entry: "Journal entry",
    },

    close: {
      title: "Close the shift: count the drawer",
      lead: "Count all money in the drawer and enter how many notes or coins of each. Enter goes to the next row.",
      piece: "notes or coins",
      total: "Counted",
      cartStays: (pieces) =>
        `The cart with ${englishCount(pieces, "item")} is kept for the next shift.`,
      submit: "Done counting",
      differentTitle: "The count differs",
      less: "Short",
      more: "Over",
      same: "Matches",
      why: "Why does it differ, do you think?",
      recount: "Count again",
      confirm: "Close with this difference",
      closedTitle: (zNumber) => `Shift closed, report Z-${zNumber}`,
      exact: "The cash in the drawer matches.",
      printed: "The Z report is stored, and printed as soon as the printer is ready.",
      done: "Done",
    },
  },
);

/** Why cash was moved. */
export function cashReasonLabel(direction: CashDirection, reason: CashReason): string {
  const isIn = direction === "IN";
  switch (reason) {
    case "CHANGE":
      return isIn
        ? said("Tambah uang kecil", "Small change added")
        : said("Tukar uang kecil", "Swapped for small change");
    case "BANK":
      return isIn ? said("Ambil dari bank", "From the bank") : said("Setor ke bank", "To the bank");
    case "EXPENSE":
      return isIn
        ? said("Sisa belanja keperluan", "Left over from an expense")
        : said("Belanja keperluan", "Expense");
    case "OTHER":
      return said("Alasan lain", "Another reason");
  }
}

export function drawerReasonLabel(reason: DrawerReason): string {
  switch (reason) {
    case "CHANGE":
      return said("Menukar uang", "Changing money");
    case "CHECK":
      return said("Memeriksa isi laci", "Checking the drawer");
    case "OTHER":
      return said("Alasan lain", "Another reason");
  }
}

export function differenceReasonLabel(reason: DifferenceReason): string {
  switch (reason) {
    case "WRONG_CHANGE":
      return said("Salah memberi kembalian", "Wrong change given");
    case "UNRECORDED":
      return said("Uang masuk atau keluar belum dicatat", "Cash in or out not recorded");
    case "UNKNOWN":
      return said("Tidak diketahui", "Not known");
    case "OTHER":
      return said("Sebab lain", "Another reason");
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
