import { inLanguages } from "./language.ts";

/** What may go wrong in the till program itself and in the file it keeps. */
export const programErrors = inLanguages(
  {
    INTERNAL: {
      what: "Terjadi kesalahan di program kasir.",
      todo: "Ulangi sekali lagi. Bila terjadi lagi, catat jamnya dan hubungi petugas.",
    },
    BAD_INPUT: {
      what: "Isian tidak dapat dibaca program kasir.",
      todo: "Periksa isian, lalu ulangi.",
    },
    NOT_ALLOWED: {
      what: "Tindakan ini tidak diizinkan untuk petugas yang masuk.",
      todo: "Minta penyelia untuk melakukannya.",
    },
    NOT_FOUND: {
      what: "Data yang diminta tidak ditemukan.",
      todo: "Periksa kembali pilihan Anda, lalu ulangi.",
    },
    CORE_GONE: {
      what: "Program inti kasir sedang dimulai ulang.",
      todo: "Tunggu sebentar. Transaksi yang sudah tersimpan tetap aman.",
    },
    COMMAND_REUSED: {
      what: "Perintah ini sudah pernah dijalankan dengan isi yang lain.",
      todo: "Tutup jendela pembayaran, periksa struk terakhir, lalu ulangi bila perlu.",
    },
    DB_CORRUPT: {
      what: "Berkas data kasir rusak.",
      todo: "Hentikan penjualan di kasir ini dan hubungi petugas. Jangan menghapus berkas apa pun.",
    },
    DB_NEWER: {
      what: "Berkas data kasir berasal dari versi program yang lebih baru.",
      todo: "Pasang versi Bela Beli terbaru di komputer ini, lalu buka lagi.",
    },
    DB_DISK_FULL: {
      what: "Ruang penyimpanan komputer penuh, data tidak dapat disimpan.",
      todo: "Tidak ada yang tersimpan. Kosongkan ruang penyimpanan, lalu ulangi.",
    },
    DB_IO: {
      what: "Data gagal ditulis ke penyimpanan komputer.",
      todo: "Tidak ada yang tersimpan. Ulangi sekali; bila gagal lagi, hubungi petugas.",
    },
    DB_IN_USE: {
      what: "Berkas data kasir sedang dipakai program lain.",
      todo: "Tutup jendela Bela Beli yang lain, lalu coba lagi.",
    },
    DB_OLDER: {
      what: "Data kasir ini dari versi Bela Beli yang lebih lama.",
      todo: "Buka sekali dengan aplikasi kasir agar diperbarui, lalu ulangi.",
    },
    BACKUP_MALFORMED: {
      what: "Berkas cadangan ini rusak atau bukan cadangan kasir.",
      todo: "Pilih cadangan lain, misalnya yang sehari sebelumnya.",
    },
    BACKUP_KEY: {
      what: "Cadangan ini disegel oleh kasir lain.",
      todo: "Pilih cadangan yang dibuat oleh komputer ini.",
    },
    RATE_LIMITED: {
      what: "Terlalu banyak permintaan sekaligus.",
      todo: "Tunggu sebentar, lalu ulangi.",
    },
  },
  {
    INTERNAL: {
      what: "Something went wrong in the till program.",
      todo: "Try once more. If it happens again, note the time and call support.",
    },
    BAD_INPUT: {
      what: "The till program cannot read what was entered.",
      todo: "Check the entry, then try again.",
    },
    NOT_ALLOWED: {
      what: "The person logged in may not do this.",
      todo: "Ask a supervisor to do it.",
    },
    NOT_FOUND: {
      what: "The record asked for was not found.",
      todo: "Check what you picked, then try again.",
    },
    CORE_GONE: {
      what: "The till program is restarting.",
      todo: "Wait a moment. Sales already saved are safe.",
    },
    COMMAND_REUSED: {
      what: "This command was already carried out with something else in it.",
      todo: "Close the payment window, check the last receipt, then try again if needed.",
    },
    DB_CORRUPT: {
      what: "The till's data file is damaged.",
      todo: "Stop selling on this till and call support. Do not delete any file.",
    },
    DB_NEWER: {
      what: "The till's data file was written by a newer version of the program.",
      todo: "Install the newest Bela Beli on this computer, then open it again.",
    },
    DB_DISK_FULL: {
      what: "The computer's disk is full, so nothing can be saved.",
      todo: "Nothing was saved. Free some disk space, then try again.",
    },
    DB_IO: {
      what: "The data could not be written to the computer's disk.",
      todo: "Nothing was saved. Try once more; if it fails again, call support.",
    },
    DB_IN_USE: {
      what: "Another program is using the till's data file.",
      todo: "Close the other Bela Beli window, then try again.",
    },
    DB_OLDER: {
      what: "This till's data is from an older Bela Beli version.",
      todo: "Open it once with the till program to update it, then try again.",
    },
    BACKUP_MALFORMED: {
      what: "This backup file is damaged, or is not a till's backup.",
      todo: "Choose another backup, such as the one of the day before.",
    },
    BACKUP_KEY: {
      what: "This backup was sealed by another till.",
      todo: "Choose a backup that this computer made.",
    },
    RATE_LIMITED: {
      what: "Too many requests at once.",
      todo: "Wait a moment, then try again.",
    },
  },
);
