import { inLanguages } from "./language.ts";

/** What may go wrong between the till and the centre. */
export const centreErrors = inLanguages(
  {
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
    TILL_REPLACED: {
      what: "Kasir itu sudah digantikan mesin lain.",
      todo: "Minta kode pendaftaran baru kepada admin pusat.",
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
    CENTRE_TOO_OLD: {
      what: "Pusat memakai versi yang lebih lama daripada kasir ini.",
      todo: "Teruskan menjual. Minta petugas memperbarui pusat; kasir lalu mengirim sendiri.",
    },
    MONTH_LOCKED: {
      what: "Bulan itu sudah dikunci pusat.",
      todo: "Pilih bulan yang masih terbuka.",
    },
    BODY_TOO_LARGE: {
      what: "Kiriman ke pusat terlalu besar.",
      todo: "Kasir mengirim lagi dalam bagian kecil. Beri tahu petugas bila berlanjut.",
    },
    KEY_REPLACED: {
      what: "Data kasir ini salinan dari sebelum kunci tanda tangannya diganti.",
      todo: "Teruskan menjual. Tutup kas, lalu minta penyelia mendaftarkan ulang kasir ini.",
    },
    GAP: {
      what: "Pusat belum menerima sebagian catatan kasir.",
      todo: "Kasir mengirimnya lagi sendiri. Teruskan menjual.",
    },
    FORK: {
      what: "Data kasir ini salinan lama, atau dipakai juga di komputer lain.",
      todo: "Teruskan menjual. Tutup kas, lalu minta penyelia mendaftarkan ulang kasir ini.",
    },
    CORRUPT: {
      what: "Catatan kasir rusak saat diperiksa pusat.",
      todo: "Pengiriman dihentikan. Segera hubungi petugas.",
    },
  },
  {
    CENTRE_UNREACHABLE: {
      what: "The centre cannot be reached yet.",
      todo: "Go on selling. Sales are saved and sent by themselves later.",
    },
    CENTRE_ERROR: {
      what: "The centre has a problem.",
      todo: "Go on selling. The till keeps trying to send by itself.",
    },
    CENTRE_PLAIN_HTTP: {
      what: "The centre's address is not secure.",
      todo: "Use an address that starts with https://.",
    },
    CENTRE_KEY: {
      what: "The centre's key is not the one this till knows.",
      todo: "Go on selling, but tell support at once.",
    },
    TILL_UNKNOWN: {
      what: "The centre does not know this till.",
      todo: "Go on selling, but call the centre's admin at once.",
    },
    TILL_REVOKED: {
      what: "The centre has withdrawn this till's enrolment.",
      todo: "Stop selling on this till and call the centre's admin.",
    },
    TILL_REPLACED: {
      what: "Another till already took that one's place.",
      todo: "Ask the centre's admin for a new enrolment code.",
    },
    REQUEST_SIGNATURE: {
      what: "The centre refused the till's signature.",
      todo: "Go on selling, but tell support at once.",
    },
    NONCE_EXPIRED: {
      what: "The session with the centre has expired.",
      todo: "The till connects again by itself. You need not do anything.",
    },
    PROTOCOL_UNSUPPORTED: {
      what: "The centre no longer serves this version of the till.",
      todo: "Install the newest version of Bela Beli.",
    },
    CENTRE_TOO_OLD: {
      what: "The centre runs an older version than this till.",
      todo: "Go on selling. Ask support to update the centre; the till then sends by itself.",
    },
    MONTH_LOCKED: {
      what: "The centre has locked that month.",
      todo: "Choose a month that is still open.",
    },
    BODY_TOO_LARGE: {
      what: "What was sent to the centre is too large.",
      todo: "The till sends it again in smaller parts. Tell support if it goes on.",
    },
    KEY_REPLACED: {
      what: "This till's data is a copy from before its signing key was changed.",
      todo: "Go on selling. Close the shift, then ask a supervisor to enrol this till again.",
    },
    GAP: {
      what: "The centre has not received some of the till's records.",
      todo: "The till sends them again by itself. Go on selling.",
    },
    FORK: {
      what: "This till's data is an older copy, or is in use on another computer too.",
      todo: "Go on selling. Close the shift, then ask a supervisor to enrol this till again.",
    },
    CORRUPT: {
      what: "The till's records were damaged when the centre checked them.",
      todo: "Sending has stopped. Call support at once.",
    },
  },
);
