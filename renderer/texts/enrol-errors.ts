import { inLanguages } from "./language.ts";

/** What may go wrong while a till is enrolled, and with the key it signs with. */
export const enrolErrors = inLanguages(
  {
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
      todo: "Jual seperti biasa tanpa NIP ketikan, lembaga, transfer, atau kartu bank. Beri tahu petugas.",
    },
  },
  {
    NOT_ENROLLED: {
      what: "This till is not enrolled at the centre yet.",
      todo: "Enrol the till with a code from the centre's admin.",
    },
    ALREADY_ENROLLED: {
      what: "This till is already enrolled.",
      todo: "You need not enrol again. Restart the program if the screen does not change.",
    },
    ENROL_CODE_MALFORMED: {
      what: "The enrolment code is incomplete or mistyped.",
      todo: "The code has 32 letters and digits. Check it, then type it again.",
    },
    ENROL_CODE_UNKNOWN: {
      what: "The centre does not know this enrolment code.",
      todo: "Check the centre's address and the code, or ask the admin for a new code.",
    },
    ENROL_CODE_EXPIRED: {
      what: "The enrolment code is more than 24 hours old.",
      todo: "Ask the centre's admin for a new code.",
    },
    ENROL_CODE_USED: {
      what: "The enrolment code has been used before.",
      todo: "Ask the centre's admin for a new code.",
    },
    ENROL_PENDING: {
      what: "The enrolment waits for the centre's admin to approve it.",
      todo: "Compare the key fingerprint on both screens, then wait.",
    },
    ENROL_REFUSED: {
      what: "The centre's admin refused this enrolment.",
      todo: "Call the centre's admin, then ask for a new code.",
    },
    ROOT_MISMATCH: {
      what: "The centre that answered is not the one that gave this code.",
      todo: "Do not go on. Check the centre's address together with the admin.",
    },
    KEY_UNAVAILABLE: {
      what: "The till's signing key cannot be opened.",
      todo: "Sell as usual, but no typed NIP, institution, transfer or bank card. Tell support.",
    },
  },
);
