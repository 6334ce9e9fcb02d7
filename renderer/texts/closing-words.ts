import { inLanguages } from "./language.ts";

/** A till that is taken out of service, and one that was. */
export const closingWords = inLanguages(
  {
    title: "Tutup mesin kasir ini",
    lead: "Hanya bila kasir ini tidak dipakai lagi untuk selamanya. Kas harus sudah ditutup, keranjang kosong, dan semua catatan terkirim.",
    close: "Tutup untuk selamanya",
    sure: "Kasir ini tidak akan menjual lagi",
    sureMore:
      "Penutupan dicatat di jurnal sebagai catatan terakhir dan tidak dapat dibatalkan. Untuk menjual lagi di komputer ini, kasir harus didaftarkan dari awal.",
    back: "Kembali",
    closedTitle: "Kasir ini sudah ditutup",
    closedLead:
      "Tidak ada lagi yang dijual di kasir ini. Pakai kasir lain, atau hubungi admin pusat.",
    closedLeaveOn:
      "Biarkan komputer ini menyala dan tersambung sampai catatan terakhirnya terkirim.",
  },
  {
    title: "Take this till out of service",
    lead: "Only if this till will never be used again. The shift must be closed, carts empty, and everything sent.",
    close: "Close for good",
    sure: "This till will sell no more",
    sureMore:
      "The closing is written to the journal as its last entry and cannot be taken back. To sell again on this computer, the till must be enrolled from the beginning.",
    back: "Back",
    closedTitle: "This till has been closed",
    closedLead:
      "Nothing is sold at this till any more. Use another till, or call the centre's admin.",
    closedLeaveOn: "Leave this computer on and connected until its last record is sent.",
  },
);
