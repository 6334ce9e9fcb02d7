import type { ErrorCode } from "../../shared/contract/errors.ts";
import { payingErrors } from "./paying-errors.ts";
import { peopleErrors } from "./people-errors.ts";
import { afterSaleErrorText } from "./after-sale-errors.ts";
import { cartErrors } from "./cart-errors.ts";

/** What happened, and what the person at the till can do about it. `{name}` is filled from the details. */
export type ErrorText = { readonly what: string; readonly todo: string };

/** One text per error code; the compiler refuses a missing one. */
export const errorText: Record<ErrorCode, ErrorText> = {
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
    todo: "Kosongkan ruang penyimpanan, lalu ulangi.",
  },
  DB_IO: {
    what: "Data gagal ditulis ke penyimpanan komputer.",
    todo: "Periksa transaksi terakhir, lalu hubungi petugas.",
  },
  DB_IN_USE: {
    what: "Berkas data kasir sedang dipakai program lain.",
    todo: "Tutup jendela Bela Beli yang lain, lalu coba lagi.",
  },

  NOT_ENROLLED: {
    what: "Kasir ini belum terdaftar di pusat.",
    todo: "Daftarkan kasir dengan kode dari admin pusat.",
  },
  ALREADY_ENROLLED: {
    what: "Kasir ini sudah terdaftar.",
    todo: "Tidak perlu mendaftar lagi. Buka ulang program bila layar tidak berubah.",
  },
  ENROL_CODE_MALFORMED: {
    what: "Kode pendaftaran tidak lengkap atau salah ketik.",
    todo: "Kode terdiri dari 32 huruf dan angka. Periksa, lalu ketik ulang.",
  },
  ENROL_CODE_UNKNOWN: {
    what: "Kode pendaftaran tidak dikenal pusat.",
    todo: "Periksa alamat pusat dan kodenya, atau minta kode baru kepada admin.",
  },
  ENROL_CODE_EXPIRED: {
    what: "Kode pendaftaran sudah lewat 24 jam.",
    todo: "Minta kode baru kepada admin pusat.",
  },
  ENROL_CODE_USED: {
    what: "Kode pendaftaran sudah pernah dipakai.",
    todo: "Minta kode baru kepada admin pusat.",
  },
  ENROL_PENDING: {
    what: "Pendaftaran menunggu persetujuan admin pusat.",
    todo: "Cocokkan sidik kunci di kedua layar, lalu tunggu.",
  },
  ENROL_REFUSED: {
    what: "Admin pusat menolak pendaftaran ini.",
    todo: "Hubungi admin pusat, lalu minta kode baru.",
  },
  ROOT_MISMATCH: {
    what: "Pusat yang menjawab bukan pusat yang memberi kode ini.",
    todo: "Jangan lanjutkan. Periksa alamat pusat bersama admin.",
  },
  KEY_UNAVAILABLE: {
    what: "Kunci tanda tangan kasir tidak dapat dibuka.",
    todo: "Penjualan tetap tersimpan, tanda tangan menyusul. Beri tahu petugas.",
  },

  NOT_LOGGED_IN: {
    what: "Belum ada petugas yang masuk.",
    todo: "Pilih nama Anda, lalu masukkan PIN.",
  },
  PIN_WRONG: { what: "PIN tidak cocok.", todo: "Periksa nama yang dipilih, lalu coba lagi." },
  PIN_LOCKED: {
    what: "PIN dikunci karena terlalu sering salah.",
    todo: "Tunggu beberapa menit, atau minta bantuan penyelia.",
  },
  PIN_MALFORMED: { what: "PIN terdiri dari 6 angka.", todo: "Ketik keenam angkanya." },
  APPROVAL_NEEDED: {
    what: "Tindakan ini perlu persetujuan penyelia.",
    todo: "Panggil penyelia untuk memasukkan PIN-nya.",
  },
  APPROVAL_INVALID: {
    what: "Persetujuan sudah terpakai, sudah lewat 2 menit, atau untuk hal lain.",
    todo: "Minta penyelia menyetujui sekali lagi.",
  },
  APPROVAL_SELF: {
    what: "Pembatalan perlu disetujui orang kedua.",
    todo: "Minta penyelia lain memasukkan PIN-nya.",
  },
  NO_SHIFT: {
    what: "Kas belum dibuka.",
    todo: "Buka kas dengan uang modal dahulu, lalu mulai menjual.",
  },
  SHIFT_OPEN: { what: "Kas sudah dibuka.", todo: "Lanjutkan penjualan pada kas yang terbuka." },
  FLOAT_INVALID: {
    what: "Uang modal tidak dapat diterima.",
    todo: "Isi dengan rupiah bulat, dari Rp0 sampai Rp100.000.000.",
  },
  CASH_MOVE_INVALID: {
    what: "Jumlah uang tidak dapat diterima.",
    todo: "Isi dengan rupiah bulat, dari Rp1 sampai Rp100.000.000.",
  },
  CASH_COUNT_INVALID: {
    what: "Hitungan uang tidak dapat dibaca.",
    todo: "Isi jumlah lembar atau keping dengan angka bulat, lalu ulangi.",
  },
  NOTE_NEEDED: {
    what: "Alasan lain perlu diterangkan.",
    todo: "Tulis keterangannya dengan singkat, lalu ulangi.",
  },

  CARD_MALFORMED: {
    what: "Kartu terbaca tidak lengkap.",
    todo: "Pindai sekali lagi. Bila tetap gagal, ketik NIP dan cocokkan dengan kartunya.",
  },
  CARD_SIGNATURE: {
    what: "Tanda tangan kartu tidak sah. Kartu ini bukan terbitan kabupaten.",
    todo: "Jangan terima sebagai kartu. Ketik NIP dan cocokkan dengan tanda pengenal lain.",
  },
  CARD_EXPIRED: {
    what: "Masa berlaku kartu sudah habis.",
    todo: "Ketik NIP dan cocokkan nama serta unit kerja. Sarankan memperbarui kartu.",
  },
  CARD_REVOKED: {
    what: "Kartu ini sudah dicabut.",
    todo: "Jangan terima sebagai kartu. Ketik NIP dan cocokkan dengan tanda pengenal lain.",
  },
  CARD_KEY_UNKNOWN: {
    what: "Penerbit kartu belum dikenal kasir ini.",
    todo: "Sambungkan kasir ke pusat lalu pindai lagi, atau ketik NIP.",
  },
  NIP_MALFORMED: {
    what: "Nomor ini bukan NIP.",
    todo: "NIP terdiri dari 18 angka. Periksa angka demi angka.",
  },
  NIP_UNKNOWN: {
    what: "NIP tidak ada di daftar ASN kasir ini.",
    todo: "Periksa angkanya. Bila sudah benar, lanjutkan: pusat yang akan mencocokkan.",
  },
  SCAN_NIK: {
    what: "Ini NIK (KTP), bukan NIP.",
    todo: "Pindai kartu ASN, atau ketik NIP 18 angka.",
  },
  SCAN_OLD_NIP: {
    what: "Ini NIP lama (9 angka).",
    todo: "Minta NIP baru yang 18 angka, atau pindai kartu ASN.",
  },
  SCAN_PAYMENT_CODE: {
    what: "Ini kode pembayaran (QRIS), bukan kartu ASN.",
    todo: "Pindai kode QR pada kartu ASN.",
  },
  SCAN_URL: {
    what: "Kode ini berisi alamat web. Alamat itu tidak dibuka.",
    todo: "Pindai kode QR pada kartu ASN atau kode barang.",
  },
  SCAN_UNKNOWN: {
    what: "Kode ini tidak dikenal.",
    todo: "Pindai kode barang atau kartu ASN. Bisa juga ketik NIP.",
  },
  SCAN_TOO_LONG: {
    what: "Kode yang dipindai terlalu panjang.",
    todo: "Arahkan pemindai ke satu kode saja, lalu ulangi.",
  },
  PRODUCT_UNKNOWN: {
    what: "Kode barang belum terdaftar.",
    todo: "Cari barang dengan namanya, atau tanyakan kepada penyelia.",
  },
  PRODUCT_INACTIVE: {
    what: "Barang ini sudah tidak dijual.",
    todo: "Sisihkan barangnya dan beri tahu penyelia.",
  },

  QTY_ZERO: {
    what: "Jumlah tidak boleh nol.",
    todo: "Isi 1 atau lebih, atau hapus barisnya.",
  },
  QTY_NEGATIVE: { what: "Jumlah tidak boleh minus.", todo: "Isi 1 atau lebih." },
  QTY_NOT_WHOLE: {
    what: "Jumlah harus bilangan bulat.",
    todo: "Isi tanpa koma, misalnya 2.",
  },
  QTY_TOO_LARGE: {
    what: "Jumlah terlalu besar.",
    todo: "Paling banyak 9.999 untuk satu baris.",
  },
  AMOUNT_MALFORMED: {
    what: "Jumlah uang tidak terbaca.",
    todo: "Ketik rupiah bulat, misalnya 100.000.",
  },
  AMOUNT_TOO_LARGE: {
    what: "Jumlah uang terlalu besar.",
    todo: "Periksa jumlah nolnya.",
  },
  DISCOUNT_TOO_LARGE: {
    what: "Potongan melebihi harga.",
    todo: "Kecilkan potongannya.",
  },
  LINE_NOT_FOUND: {
    what: "Baris itu sudah tidak ada di keranjang.",
    todo: "Periksa isi keranjang.",
  },
  ...cartErrors,
  CART_EMPTY: { what: "Keranjang masih kosong.", todo: "Pindai atau pilih barang dahulu." },
  BUYER_NOT_SET: {
    what: "Pembeli belum dipilih.",
    todo: "Pindai kartu ASN, atau pilih pembeli umum (F6).",
  },
  BUYER_NOT_CONFIRMED: {
    what: "Nama dan unit pembeli belum dicocokkan.",
    todo: "Bandingkan dengan kartunya, lalu tekan “Ya, cocok”.",
  },
  TENDER_BELOW_TOTAL: {
    what: "Uang yang diterima kurang dari total.",
    todo: "Periksa uangnya, lalu isi jumlah yang benar.",
  },
  TOTAL_CHANGED: {
    what: "Total berubah sejak layar pembayaran dibuka.",
    todo: "Sebutkan total yang baru kepada pembeli, lalu terima lagi.",
  },
  ...payingErrors,

  ...afterSaleErrorText,
  PRINTER_NOT_SET: {
    what: "Printer belum diatur.",
    todo: "Struk disimpan. Minta petugas mengatur printer.",
  },
  PRINTER_REFUSED: {
    what: "Printer tidak dapat dihubungi.",
    todo: "Struk disimpan dan dicetak nanti. Periksa listrik dan kabel printer.",
  },
  PRINTER_TIMEOUT: {
    what: "Printer tidak menjawab.",
    todo: "Lihat kertasnya. Bila struk belum keluar, cetak salinan.",
  },
  PRINTER_RESET: {
    what: "Sambungan ke printer terputus di tengah cetak.",
    todo: "Lihat kertasnya. Bila struk terpotong, cetak salinan.",
  },
  PRINTER_PAPER_OUT: {
    what: "Kertas printer habis.",
    todo: "Struk disimpan. Pasang kertas baru, cetak berlanjut sendiri.",
  },
  PRINTER_COVER_OPEN: {
    what: "Tutup printer terbuka.",
    todo: "Struk disimpan. Tutup printer, cetak berlanjut sendiri.",
  },
  PRINTER_ERROR: {
    what: "Printer melaporkan gangguan.",
    todo: "Struk disimpan. Periksa pemotong kertas, lalu matikan dan nyalakan printer.",
  },
  PRINTER_UNSURE: {
    what: "Program berhenti di tengah mencetak.",
    todo: "Lihat kertasnya. Bila struk belum keluar, cetak salinan.",
  },
  PRINTER_TRANSPORT_MISSING: {
    what: "Komputer ini tidak dapat memakai cara sambung printer itu.",
    todo: "Pilih cara sambung lain di pengaturan printer, atau minta petugas memasangnya.",
  },
  PRINTER_UNKNOWN: {
    what: "Printer itu tidak ada lagi.",
    todo: "Pilih printer lain dari daftar.",
  },
  PRINT_JOB_DONE: {
    what: "Cetakan itu sudah tidak menunggu.",
    todo: "Lihat kertasnya. Bila perlu, cetak salinan dari riwayat struk.",
  },

  CENTRE_UNREACHABLE: {
    what: "Pusat belum dapat dihubungi.",
    todo: "Teruskan menjual. Transaksi disimpan dan dikirim sendiri nanti.",
  },
  CENTRE_ERROR: {
    what: "Pusat sedang bermasalah.",
    todo: "Teruskan menjual. Kasir mencoba mengirim lagi sendiri.",
  },
  CENTRE_PLAIN_HTTP: {
    what: "Alamat pusat tidak aman.",
    todo: "Pakai alamat yang diawali https://.",
  },
  CENTRE_KEY: {
    what: "Kunci pusat tidak cocok dengan yang dikenal kasir.",
    todo: "Teruskan menjual, tetapi segera beri tahu petugas.",
  },
  TILL_UNKNOWN: {
    what: "Pusat tidak mengenal kasir ini.",
    todo: "Teruskan menjual, tetapi segera hubungi admin pusat.",
  },
  TILL_REVOKED: {
    what: "Pendaftaran kasir ini dicabut oleh pusat.",
    todo: "Hentikan penjualan di kasir ini dan hubungi admin pusat.",
  },
  REQUEST_SIGNATURE: {
    what: "Pusat menolak tanda tangan kasir.",
    todo: "Teruskan menjual, tetapi segera beri tahu petugas.",
  },
  NONCE_EXPIRED: {
    what: "Sesi dengan pusat kedaluwarsa.",
    todo: "Kasir menyambung lagi sendiri. Tidak perlu berbuat apa-apa.",
  },
  PROTOCOL_UNSUPPORTED: {
    what: "Versi kasir ini tidak dilayani pusat lagi.",
    todo: "Pasang versi Bela Beli terbaru.",
  },
  BODY_TOO_LARGE: {
    what: "Kiriman ke pusat terlalu besar.",
    todo: "Kasir mengirim lagi dalam bagian kecil. Beri tahu petugas bila berlanjut.",
  },
  RATE_LIMITED: {
    what: "Terlalu banyak permintaan sekaligus.",
    todo: "Tunggu sebentar, lalu ulangi.",
  },
  GAP: {
    what: "Pusat belum menerima sebagian catatan kasir.",
    todo: "Kasir mengirimnya lagi sendiri. Teruskan menjual.",
  },
  FORK: {
    what: "Catatan kasir berbeda dari yang ada di pusat.",
    todo: "Pengiriman dihentikan. Segera hubungi petugas.",
  },
  CORRUPT: {
    what: "Catatan kasir rusak saat diperiksa pusat.",
    todo: "Pengiriman dihentikan. Segera hubungi petugas.",
  },

  ENTRY_KIND_UNKNOWN: {
    what: "Jenis catatan tidak dikenal pusat.",
    todo: "Catatan disimpan pusat dan diperiksa petugas.",
  },
  ENTRY_MALFORMED: {
    what: "Bentuk catatan tidak dapat dibaca pusat.",
    todo: "Catatan disimpan pusat dan diperiksa petugas.",
  },
  ENTRY_SIGNATURE: {
    what: "Tanda tangan catatan tidak cocok.",
    todo: "Catatan disimpan pusat dan diperiksa petugas.",
  },
  ENTRY_RECEIPT_SIGNATURE: {
    what: "Tanda tangan struk tidak cocok.",
    todo: "Catatan disimpan pusat dan diperiksa petugas.",
  },
  ENTRY_PRIVATE: {
    what: "Data pribadi pada catatan tidak cocok.",
    todo: "Catatan disimpan pusat dan diperiksa petugas.",
  },
  ENTRY_SUMS: {
    what: "Jumlah pada catatan tidak cocok.",
    todo: "Catatan disimpan pusat dan diperiksa petugas.",
  },
  ENTRY_NUMBER: {
    what: "Nomor struk tidak berurutan.",
    todo: "Catatan disimpan pusat dan diperiksa petugas.",
  },
  ENTRY_TURNOVER: {
    what: "Jumlah berjalan pada catatan tidak cocok.",
    todo: "Catatan disimpan pusat dan diperiksa petugas.",
  },
  ENTRY_CLOCK: {
    what: "Jam pada catatan meragukan.",
    todo: "Catatan disimpan pusat dan diperiksa petugas.",
  },
  ENTRY_REFERENCE: {
    what: "Catatan menunjuk data yang tidak dikenal pusat.",
    todo: "Catatan disimpan pusat dan diperiksa petugas.",
  },
  ...peopleErrors,
};
