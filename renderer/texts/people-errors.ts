import type { ErrorCode } from "../../shared/contract/errors.ts";
import type { ErrorText } from "./errors.ts";

/** What may stop a person from logging in at the centre. */
export const peopleErrors = {
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
} satisfies Partial<Record<ErrorCode, ErrorText>>;
