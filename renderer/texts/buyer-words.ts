import type { BuyerView, MonthStatus } from "../../shared/contract/till-state.ts";
import { formatRupiah } from "../../shared/domain/money.ts";
import { formatWibDateTime, formatWibTime, dateOf } from "../../shared/domain/period.ts";

type Asn = Extract<BuyerView, { kind: "ASN" }>;

/** How the buyer's identity was proven, and whether anyone still has to look. */
export function assuranceWords(buyer: Asn): string {
  switch (buyer.assurance) {
    case "SIGNED_CARD":
      return "Kartu ASN sah, tanda tangan cocok";
    case "ENROLLED_QR":
      return "Kode kartu terdaftar, disetujui pusat";
    case "NIP_QR":
      return `Kode berisi NIP, ${looked(buyer)}`;
    case "TYPED_NIP":
      return `NIP diketik, ${looked(buyer)}`;
  }
}

/** The name for the cashier; a person the roster cannot name is said to be one. */
export function buyerName(buyer: Asn): string {
  return buyer.name ?? "Nama tidak tersedia";
}

/** Where a month stands, in one or two words. */
export function monthWords(month: MonthStatus | null): string {
  switch (month?.state) {
    case "MET":
      return "Terpenuhi";
    case "SHORT":
      return `Kurang ${formatRupiah(month.short)}`;
    case "NOT_OBLIGED":
      return "Tidak wajib bulan ini";
    case "EXEMPT":
      return "Dibebaskan bulan ini";
    case "UNKNOWN":
    case undefined:
      return "Menunggu pencocokan pusat";
  }
}

/** What is counted of what is asked: `Tercatat Rp45.000 dari Rp75.000`. */
export function countedWords(month: MonthStatus): string {
  const counted = `Tercatat ${formatRupiah(month.counted)}`;
  return month.obligation === null ? counted : `${counted} dari ${formatRupiah(month.obligation)}`;
}

/** How old the centre's figure is: the time today, the date before that. */
export function asOfWords(month: MonthStatus, nowMs: number): string {
  if (month.asOf === null) return "Belum ada angka pusat";
  const today = dateOf(month.asOf) === dateOf(nowMs);
  return `Pusat per ${today ? formatWibTime(month.asOf) : formatWibDateTime(month.asOf)}`;
}

/** The share of the month's minimum that is reached, 0 to 1. */
export function monthShare(month: MonthStatus | null): number {
  if (month === null) return 0;
  if (month.state === "MET") return 1;
  if (month.obligation === null || month.obligation === 0) return 0;
  return Math.min(1, month.counted / month.obligation);
}

/** What is odd about a buyer, by the core's code; the sale goes on in each case. */
export function warningWords(code: string): string {
  return warnings[code] ?? "Data pembeli perlu diperiksa pusat";
}

const warnings: Readonly<Record<string, string>> = {
  NIP_UNKNOWN: "NIP belum ada di daftar: pusat yang mencocokkan",
  CARD_UNKNOWN: "Kartu belum ada di daftar: pusat yang mencocokkan",
  PERSON_INACTIVE: "Tercatat sudah tidak aktif sebagai ASN",
  NIP_TOO_YOUNG: "Menurut NIP, usianya terlalu muda: periksa angkanya",
  NIP_TOO_OLD: "Menurut NIP, usianya terlalu tua: periksa angkanya",
  NIP_FUTURE_APPOINTMENT: "Menurut NIP, belum diangkat: periksa angkanya",
  NIP_PPPK_BEFORE_2019: "NI PPPK sebelum 2019: periksa angkanya",
};

function looked(buyer: Asn): string {
  return buyer.confirmed ? "dicocokkan petugas" : "belum dicocokkan";
}
