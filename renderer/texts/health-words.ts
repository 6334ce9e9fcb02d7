import { inLanguages } from "./language.ts";

/** What the till keeps, and how safe it is. */
export const healthTexts = inLanguages(
  {
    title: "Data kasir",
    unsent: "Belum terkirim",
    allSent: "Semua terkirim",
    unsentSince: (entries: string, since: string) => `${entries} catatan sejak ${since} WIB`,
    held: "Menunggu pemeriksaan",
    none: "Tidak ada",
    entries: (entries: string) => `${entries} catatan`,
    clock: "Jam",
    clockStates: {
      CENTRE: "Sesuai jam pusat",
      WALL: "Jam komputer",
      DOUBTFUL: "Diragukan",
    },
    disk: "Ruang penyimpanan",
    free: (gigabytes: string) => `${gigabytes.replace(".", ",")} GB kosong`,
    backup: "Cadangan terakhir",
    never: "Belum pernah",
    backupFailed: (at: string, what: string) => `Cadangan ${at} WIB gagal. ${what}`,
    journal: "Jurnal diperiksa",
    unchecked: "Belum",
    soundTo: (seq: string) => `Utuh sampai catatan ${seq}`,
    faults: (faults: string) => `${faults} temuan, hubungi petugas`,
  },
  {
    title: "Till data",
    unsent: "Not sent yet",
    allSent: "All is sent",
    unsentSince: (entries, since) => `${entries} entries since ${since} WIB`,
    held: "Under review",
    none: "None",
    entries: (entries) => `${entries} entries`,
    clock: "Clock",
    clockStates: {
      CENTRE: "As the centre's clock",
      WALL: "The computer's clock",
      DOUBTFUL: "In doubt",
    },
    disk: "Disk",
    free: (gigabytes) => `${gigabytes} GB free`,
    backup: "Last backup",
    never: "Never",
    backupFailed: (at, what) => `The backup of ${at} WIB failed. ${what}`,
    journal: "Journal checked",
    unchecked: "Not yet",
    soundTo: (seq) => `Sound up to entry ${seq}`,
    faults: (faults) => `${faults} faults, call support`,
  },
);

/** What is told of a till whose file turned out to be a copy. */
export const copyTexts = inLanguages(
  {
    title: "Data kasir ini salinan",
    why: "Pusat sudah memegang catatan yang lain dari kasir ini: datanya dipulihkan dari salinan lama, atau dipakai juga di komputer lain. Kasir tetap dapat menjual, tetapi tidak mengirim.",
    closeFirst: "Tutup kas, lalu minta penyelia mendaftarkan ulang kasir ini.",
    supervisor: "Minta penyelia masuk untuk mendaftarkan ulang kasir ini.",
    how: "Minta admin pusat membuat kode pendaftaran dengan nomor kasir baru. Catatan lama tetap tersimpan di komputer ini.",
    goOn: "Lanjutkan sebagai kasir baru",
    restored: (at: string) =>
      `Data kasir dipulihkan dari cadangan ${at}. Daftarkan sebagai kasir baru dengan nomor baru; catatan lama dilanjutkan dari sana.`,
    offlineTitle: "Jualan dulu, dikenali pusat nanti?",
    offlineLead: (at: string) =>
      `Data kasir dipulihkan dari cadangan ${at}. Penyelia memasukkan PIN, lalu kasir ini berjualan sebagai kasir pengganti dengan nomor baru.`,
    offlineAfter:
      "Pakai cara ini hanya di satu komputer. Begitu internet ada, kasir memperkenalkan diri sendiri dan admin pusat diberi tahu; sampai saat itu keaslian struk belum dapat dicek.",
    offlineNone: "Tidak ada penyelia di daftar kasir ini. Daftarkan dengan kode dari admin pusat.",
    offlineStaff: "Penyelia",
    offlineStart: "Lanjut jualan sekarang (tanpa internet)",
    offlineBack: "Pakai kode pendaftaran",
    provisional: "Kasir pengganti, belum dikenali pusat",
  },
  {
    title: "This till's data is a copy",
    why: "The centre already holds other entries of this till: its data came back from an older copy, or is in use on another computer too. The till can still sell, but sends nothing.",
    closeFirst: "Close the shift, then ask a supervisor to enrol this till again.",
    supervisor: "Ask a supervisor to log in and enrol this till again.",
    how: "Ask the centre's administrator for an enrolment code with a new till number. The old entries stay on this computer.",
    goOn: "Go on as a new till",
    restored: (at) =>
      `The till's data came back from the backup of ${at}. Enrol it as a new till with a new number; it goes on from the old entries.`,
    offlineTitle: "Sell first, known to the centre later?",
    offlineLead: (at) =>
      `The till's data came back from the backup of ${at}. A supervisor enters the PIN, then this till sells as a replacement till with a new number.`,
    offlineAfter:
      "Do this on one computer only. Once there is internet the till introduces itself and the centre's administrator is told; until then receipts cannot be checked.",
    offlineNone:
      "This till knows no supervisor. Enrol it with a code from the centre's administrator.",
    offlineStaff: "Supervisor",
    offlineStart: "Go on selling now (without internet)",
    offlineBack: "Use an enrolment code",
    provisional: "Replacement till, not known to the centre yet",
  },
);
