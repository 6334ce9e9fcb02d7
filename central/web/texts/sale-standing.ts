import { isErrorCode } from "../../../shared/contract/errors.ts";
import type { SaleRow } from "../../../shared/contract/centre-api.ts";
import type { Tone } from "../ui/state-word.tsx";
import { ERROR_TEXT } from "./error-text.ts";

/** How the centre stands to a sale: one word, and where needed a sentence. */
export type SaleStanding = {
  readonly tone: Tone;
  readonly word: string;
  readonly explanation: string | null;
};

const REMARKS: Readonly<Record<string, { word: string; explanation: string }>> = {
  PERIOD_PENDING: {
    word: "Bulan belum pasti",
    explanation:
      "Jam mesin kasir meragukan saat transaksi, jadi bulannya menunggu kepastian petugas.",
  },
  MATCH_PENDING: {
    word: "Menunggu pencocokan",
    explanation: "Pembeli belum ditemukan dalam daftar pegawai, jadi belanja belum dihitung.",
  },
  CARD_REVOKED_UNSEEN: {
    word: "Kartu sudah dicabut",
    explanation: "Kartu pembeli dicabut di pusat, tetapi kasir belum mengetahuinya saat transaksi.",
  },
  COUNTED_DIFFERS: {
    word: "Hitungan berbeda",
    explanation: "Hitungan pusat berbeda dari yang disampaikan kasir kepada pembeli.",
  },
  CENTRE_CORRECTED: {
    word: "Dikoreksi pusat",
    explanation:
      "Catatan mesin kasir tetap seperti ditulisnya. Yang dihitung adalah koreksi petugas pusat, dengan alasan yang tersimpan.",
  },
  PRICE_DIFFERS: {
    word: "Harga berbeda",
    explanation:
      "Ada barang yang dijual dengan harga lain dari daftar harga, tanpa catatan persetujuan penyelia.",
  },
};

const SENT_BACK =
  "Petugas pusat mengembalikan catatan ini ke galeri dengan alasannya. Jumlahnya tidak dihitung.";

const TAKEN_BACK = {
  VOIDED: {
    word: "Dibatalkan",
    explanation: "Penjualan ini dibatalkan di kasir. Nomornya tetap ada, jumlahnya tidak dihitung.",
  },
  RETURNED: {
    word: "Ada retur",
    explanation: "Sebagian barang dikembalikan. Jumlah yang dihitung bulan itu sudah dikurangi.",
  },
} as const;

/** Why a person should look at a void or return; nothing when all is as usual. */
export const REVERSAL_REMARKS: Readonly<Record<string, string>> = {
  VOID_ALONE: "SATU ORANG: dibatalkan tanpa penyelia, dengan alasan tertulis.",
  VOID_OTHER_SHIFT: "Dibatalkan di sif lain dari penjualannya.",
  AFTER_LOCK:
    "Susulan: bulan penjualannya sudah dikunci, jadi mengurangi bulan yang masih terbuka.",
  RETURNED_TOO_MUCH: "Melebihi barang atau uang yang masih tersisa; kelebihannya tidak dihitung.",
  ORIGINAL_HELD: "Penjualan asalnya menunggu pemeriksaan.",
  COUNTED_DIFFERS: "Hitungan pusat berbeda dari yang disampaikan kasir kepada pembeli.",
};

/** Why an entry was kept aside, in words; a code of a later version is shown as it is. */
export function quarantineText(code: string): string {
  return isErrorCode(code) ? ERROR_TEXT[code] : code;
}

/** Reads a sale's state and remark. */
export function saleStanding(
  sale: Pick<SaleRow, "state" | "code" | "isVoided" | "takenBack">,
): SaleStanding {
  if (sale.state === "QUARANTINED" && sale.code === "SENT_BACK") {
    return { tone: "bad", word: "Dikembalikan", explanation: SENT_BACK };
  }
  if (sale.state === "QUARANTINED") {
    const explanation = sale.code === null ? null : quarantineText(sale.code);
    return { tone: "bad", word: "Menunggu pemeriksaan", explanation };
  }
  if (sale.isVoided) return { tone: "waiting", ...TAKEN_BACK.VOIDED };
  if (sale.takenBack > 0) return { tone: "waiting", ...TAKEN_BACK.RETURNED };
  const remark = sale.code === null ? undefined : REMARKS[sale.code];
  if (remark === undefined) return { tone: "good", word: "Diterima", explanation: null };
  return { tone: "waiting", ...remark };
}
