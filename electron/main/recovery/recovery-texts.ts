/** What a person at the till reads when it cannot sell: what happened, and what to do now. */
export type RecoveryText = { title: string; what: string; todo: string };

const TEXTS: Readonly<Record<string, RecoveryText>> = {
  CORE_FAILED: {
    title: "Kasir berhenti berulang kali",
    what: "Bagian inti kasir berhenti tiga kali dalam satu menit. Transaksi yang sudah selesai tetap tersimpan.",
    todo: "Tekan Coba lagi. Bila tetap gagal, nyalakan ulang komputer, lalu hubungi petugas Dekranasda dan sebutkan kode di bawah.",
  },
  WINDOW_FAILED: {
    title: "Layar kasir berhenti berulang kali",
    what: "Tampilan kasir berhenti tiga kali dalam satu menit. Transaksi yang sudah selesai tetap tersimpan.",
    todo: "Tekan Coba lagi. Bila tetap gagal, nyalakan ulang komputer, lalu hubungi petugas Dekranasda dan sebutkan kode di bawah.",
  },
  DB_NEWER: {
    title: "Data kasir dibuat oleh versi yang lebih baru",
    what: "Aplikasi di komputer ini lebih lama daripada data yang tersimpan. Agar data tidak rusak, kasir tidak dibuka.",
    todo: "Pasang versi aplikasi yang terbaru, lalu tekan Coba lagi. Jangan menghapus data kasir.",
  },
  DB_CORRUPT: {
    title: "Data kasir rusak",
    what: "Berkas data kasir tidak utuh, mungkin karena listrik padam atau penyimpanan bermasalah. Kasir tidak dibuka agar kerusakan tidak bertambah.",
    todo: "Jangan menghapus apa pun. Hubungi petugas Dekranasda dan sebutkan kode di bawah. Petugas memeriksa dengan perintah npm run doctor -- FOLDER, melihat salinan dengan --copies, lalu memulihkan satu dengan --restore. Catatan yang sudah terkirim ada di pusat.",
  },
  DB_IN_USE: {
    title: "Data kasir sedang dipakai aplikasi lain",
    what: "Berkas data kasir terkunci oleh program lain di komputer ini.",
    todo: "Tutup kasir lain yang masih terbuka di komputer ini, lalu tekan Coba lagi.",
  },
  DB_DISK_FULL: {
    title: "Penyimpanan komputer penuh",
    what: "Tidak ada ruang untuk menyimpan transaksi, sehingga kasir tidak dibuka.",
    todo: "Kosongkan ruang penyimpanan, misalnya berkas unduhan, lalu tekan Coba lagi. Jangan menghapus data kasir.",
  },
  DB_IO: {
    title: "Penyimpanan komputer bermasalah",
    what: "Data kasir tidak dapat dibaca atau ditulis dengan aman.",
    todo: "Nyalakan ulang komputer, lalu tekan Coba lagi. Bila tetap gagal, hubungi petugas Dekranasda: ia dapat memulihkan salinan dengan perintah npm run doctor -- FOLDER --restore.",
  },
  KEY_UNAVAILABLE: {
    title: "Kunci kasir tidak dapat dibuka",
    what: "Kunci yang melindungi data kasir hanya dapat dibuka oleh pengguna komputer yang memasangnya.",
    todo: "Masuk ke komputer dengan pengguna yang biasa membuka kasir, lalu tekan Coba lagi.",
  },
};

const OTHER: RecoveryText = {
  title: "Kasir tidak dapat dibuka",
  what: "Terjadi gangguan saat kasir disiapkan. Transaksi yang sudah selesai tetap tersimpan.",
  todo: "Tekan Coba lagi. Bila tetap gagal, hubungi petugas Dekranasda dan sebutkan kode di bawah.",
};

/** The text for a recovery reason; every reason has one. */
export function recoveryText(reason: string): RecoveryText {
  return TEXTS[reason] ?? OTHER;
}
