import { inLanguages } from "./language.ts";

/** What may stop a person from logging in at the centre. */
export const peopleErrors = inLanguages(
  {
    LOGIN_WRONG: {
      what: "Nama pengguna atau kata sandi salah.",
      todo: "Periksa, lalu coba lagi.",
    },
    LOGIN_LOCKED: {
      what: "Akun dikunci sementara karena terlalu sering salah.",
      todo: "Tunggu beberapa menit, lalu coba lagi.",
    },
    SESSION_EXPIRED: { what: "Sesi Anda berakhir.", todo: "Silakan masuk lagi." },
    PASSWORD_MUST_CHANGE: {
      what: "Kata sandi awal harus diganti.",
      todo: "Buat kata sandi baru untuk melanjutkan.",
    },
    PASSWORD_WEAK: {
      what: "Kata sandi terlalu mudah ditebak.",
      todo: "Pakai paling sedikit 12 karakter yang tidak umum.",
    },
    TOTP_REQUIRED: {
      what: "Kode verifikasi diperlukan.",
      todo: "Masukkan 6 angka dari aplikasi autentikator.",
    },
    TOTP_WRONG: { what: "Kode verifikasi salah.", todo: "Tunggu kode berikutnya, lalu coba lagi." },
  },
  {
    LOGIN_WRONG: {
      what: "The user name or password is wrong.",
      todo: "Check them, then try again.",
    },
    LOGIN_LOCKED: {
      what: "The account is locked for a while after too many wrong tries.",
      todo: "Wait a few minutes, then try again.",
    },
    SESSION_EXPIRED: {
      what: "Your session has ended.",
      todo: "Please log in again.",
    },
    PASSWORD_MUST_CHANGE: {
      what: "The first password must be changed.",
      todo: "Make a new password to go on.",
    },
    PASSWORD_WEAK: {
      what: "The password is too easy to guess.",
      todo: "Use at least 12 characters that are not common.",
    },
    TOTP_REQUIRED: {
      what: "A verification code is needed.",
      todo: "Enter the 6 digits from the authenticator app.",
    },
    TOTP_WRONG: {
      what: "The verification code is wrong.",
      todo: "Wait for the next code, then try again.",
    },
  },
);
