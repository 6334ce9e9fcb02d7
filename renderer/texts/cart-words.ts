import type { HeldCartView } from "../../shared/contract/cart-api.ts";
import type { InstitutionType } from "../../shared/contract/primitives.ts";
import { money } from "./money-words.ts";

/** The words for carts put aside, discounts, notes and buyers without a NIP. */
export const cartWords = {
  hold: "Tahan",
  held: "Ditahan",
  heldTitle: "Keranjang yang ditahan",
  heldNone: "Tidak ada keranjang yang ditahan.",
  heldLead: "Keranjang terbuka ditahan lebih dahulu bila ada isinya.",
  resume: "Ambil lagi",
  discard: "Hapus",
  discardAsk: "Hapus keranjang ini? Isi dan pembelinya tidak dapat dikembalikan.",
  keep: "Jangan hapus",
  discount: "Potongan",
  discountTitle: "Beri potongan",
  discountOn: "Potongan untuk",
  onLine: "Barang ini",
  onSale: "Seluruh belanja",
  discountKind: "Cara menghitung",
  inPercent: "Persen",
  inRupiah: "Rupiah",
  percentLabel: "Potongan dalam persen",
  rupiahLabel: "Potongan dalam rupiah",
  percentWrong: "Tulis angka 0 sampai 100, misalnya 10 atau 7,5.",
  rupiahWrong: "Tulis jumlah rupiah tanpa pecahan, misalnya 5.000.",
  giveDiscount: "Beri potongan",
  takeDiscountOff: "Lepas potongan",
  waitsForApproval: "Potongan perlu persetujuan penyelia",
  note: "Catatan",
  noteTitle: "Catatan transaksi",
  noteLabel: "Catatan untuk transaksi ini",
  noteLead: "Disimpan tersandi bersama transaksi, tidak dicetak di struk.",
  saveNote: "Simpan catatan",
  institution: "Lembaga",
  institutionTitle: "Pembeli lembaga",
  institutionType: "Jenis lembaga",
  institutionName: "Nama lembaga",
  reference: "Acuan (nomor surat atau pesanan, boleh kosong)",
  institutionLead: "Pembelian lembaga tidak dihitung untuk kewajiban ASN siapa pun.",
  useInstitution: "Pakai sebagai pembeli",
  institutionUnknown: "Nama lembaga tidak tersedia",
  institutionNotCounted: "Tidak dihitung untuk ASN.",
  purchases: "Belanja bulan ini",
  purchasesLead: "Perlihatkan hanya kepada pembelinya sendiri.",
  purchasesHere: "Di kasir ini",
  purchasesNone: "Belum ada transaksi bulan ini di kasir ini.",
  purchasesFailed: "Belanja pembeli tidak dapat dibaca. Tutup jendela ini, lalu coba lagi.",
  favourites: "Favorit",
  searchCode: "Cari kode ini",
  similar: "Tidak ada yang persis bernama begitu. Ini yang mirip:",
} as const;

export const institutionTypes: Readonly<Record<InstitutionType, string>> = {
  OPD: "Perangkat daerah (OPD)",
  VILLAGE: "Pemerintah desa",
  BUMD: "BUMD",
  BUMN: "BUMN",
  FIRM: "Perusahaan swasta",
};

/** The same in one word, for buttons side by side. */
export const institutionShort: Readonly<Record<InstitutionType, string>> = {
  OPD: "OPD",
  VILLAGE: "Desa",
  BUMD: "BUMD",
  BUMN: "BUMN",
  FIRM: "Perusahaan",
};

/** How long ago, in whole minutes or hours, said shortly. */
export function ageWords(sinceMs: number, nowMs: number): string {
  const minutes = Math.max(0, Math.floor((nowMs - sinceMs) / 60_000));
  if (minutes < 1) return "baru saja";
  if (minutes < 60) return `${minutes} menit lalu`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} jam lalu` : `${Math.floor(hours / 24)} hari lalu`;
}

/** Whose a held cart is. */
export function heldBuyerWords(held: HeldCartView): string {
  switch (held.buyerKind) {
    case "NONE":
      return "Tanpa pembeli";
    case "PUBLIC":
      return "Pembeli umum";
    case "INSTITUTION":
      return held.buyerName ?? cartWords.institutionUnknown;
    case "ASN":
      return held.buyerName ?? "Nama tidak tersedia";
  }
}

/** A discount as it stands on a line or under the total: `Potongan 10% (Rp1.000)`. */
export function discountWords(amount: number, basisPoints: number | null): string {
  const share = basisPoints === null ? "" : ` ${percentText(basisPoints)}%`;
  return basisPoints === null
    ? `${cartWords.discount} ${money(amount)}`
    : `${cartWords.discount}${share} (${money(amount)})`;
}

/** Basis points as a cashier writes a percentage: `7,5`. */
export function percentText(basisPoints: number): string {
  return String(basisPoints / 100).replace(".", ",");
}

/** What may be given without a supervisor. */
export function limitWords(limitBp: number, amount: number): string {
  return `Tanpa penyelia sampai ${percentText(limitBp)}% (${money(amount)}).`;
}

export function favouriteWords(name: string, favourite: boolean): string {
  return favourite ? `Lepas ${name} dari favorit` : `Jadikan ${name} favorit`;
}
