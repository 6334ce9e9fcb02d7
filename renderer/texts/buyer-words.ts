import type { BuyerView, MonthStatus } from "../../shared/contract/till-state.ts";
import { momentWords } from "./date-words.ts";
import { inLanguages, said } from "./language.ts";
import { money } from "./money-words.ts";

type Asn = Extract<BuyerView, { kind: "ASN" }>;

/** What the panel of the buyer says beside facts. */
export const buyerPanelWords = inLanguages(
  {
    title: "Pembeli",
    who: "Siapa pembelinya?",
    ask: "Pindai kartu ASN, atau pilih:",
    ofPublic: ["Pembeli", "Umum"],
    ofNip: ["Ketik", "NIP"],
    ofInstitution: ["Pembeli", "Lembaga"],
    ofCamera: ["Pindai dengan", "Kamera"],
    public: "Pembeli umum",
    publicLead: "Tanpa NIP, tidak dihitung untuk ASN. Pindai kartu untuk mengganti.",
    changeInstitution: "Ubah lembaga",
    remove: "Lepas pembeli",
    officeUnknown: "Unit kerja belum diketahui",
    awaitsMatch: "Menunggu pencocokan pusat",
    proxy: "Diwakilkan",
    afterPaying: (month: string) => `Setelah dibayar: ${month}`,
    confirm: "Cocokkan pembeli",
    compare: "Bandingkan nama dan unit dengan kartunya.",
    otherPerson: "Bukan orang ini",
    matches: "Ya, cocok",
  },
  {
    title: "Buyer",
    who: "Who is buying?",
    ask: "Scan an ASN card, or choose:",
    ofPublic: ["Buyer from the", "Public"],
    ofNip: ["Type the", "NIP"],
    ofInstitution: ["Buying", "Institution"],
    ofCamera: ["Scan with the", "Camera"],
    public: "Public buyer",
    publicLead: "No NIP, counts for no ASN. Scan a card to change.",
    changeInstitution: "Change the institution",
    remove: "Take the buyer off",
    officeUnknown: "Office not known yet",
    awaitsMatch: "Waits for the centre to match",
    proxy: "By proxy",
    afterPaying: (month) => `After paying: ${month}`,
    confirm: "Check the buyer",
    compare: "Compare name and office with the card.",
    otherPerson: "Not this person",
    matches: "Yes, it matches",
  },
);

/** The dialog in which a NIP is typed. */
export const nipWords = inLanguages(
  {
    title: "Ketik NIP",
    field: "NIP atau NI PPPK",
    typed: (digits: number) => `${digits} dari 18 angka`,
    lead: "Setelah ini, bandingkan nama dan unit di layar dengan kartu pembeli.",
    cancel: "Batal",
    find: "Cari ASN",
  },
  {
    title: "Type the NIP",
    field: "NIP or NI PPPK",
    typed: (digits) => `${digits} of 18 digits`,
    lead: "Then compare the name and office on the screen with the buyer's card.",
    cancel: "Cancel",
    find: "Find the ASN",
  },
);

/** How the buyer's identity was proven, and whether anyone still has to look. */
export function assuranceWords(buyer: Asn): string {
  switch (buyer.assurance) {
    case "SIGNED_CARD":
      return said("Kartu ASN sah, tanda tangan cocok", "ASN card valid, signature holds");
    case "ENROLLED_QR":
      return said(
        "Kode kartu terdaftar, disetujui pusat",
        "Card code on record, approved by the centre",
      );
    case "NIP_QR":
      return said(`Kode berisi NIP, ${looked(buyer)}`, `Code with a NIP, ${looked(buyer)}`);
    case "TYPED_NIP":
      return buyer.unapprovedCard
        ? said(
            `Kartu belum disetujui pusat, ${looked(buyer)}`,
            `Card not approved yet, ${looked(buyer)}`,
          )
        : said(`NIP diketik, ${looked(buyer)}`, `NIP typed, ${looked(buyer)}`);
  }
}

/** Stands where a name is not known. */
export function namelessWords(): string {
  return said("Nama tidak tersedia", "Name not available");
}

/** The name for the cashier; a person the roster cannot name is said to be one. */
export function buyerName(buyer: Asn): string {
  return buyer.name ?? namelessWords();
}

/** Where a month stands, in one or two words. */
export function monthWords(month: MonthStatus | null): string {
  switch (month?.state) {
    case "MET":
      return said("Terpenuhi", "Met");
    case "SHORT":
      return said(`Kurang ${money(month.short)}`, `${money(month.short)} to go`);
    case "NOT_OBLIGED":
      return said("Tidak wajib bulan ini", "No duty this month");
    case "EXEMPT":
      return said("Dibebaskan bulan ini", "Exempt this month");
    case "UNKNOWN":
    case undefined:
      return buyerPanelWords.awaitsMatch;
  }
}

/** What is counted of what is asked: `Tercatat Rp45.000 dari Rp75.000`. */
export function countedWords(month: MonthStatus): string {
  const counted = said(`Tercatat ${money(month.counted)}`, `${money(month.counted)} recorded`);
  return month.obligation === null ? counted : `${counted} ${ofWords(month.obligation)}`;
}

/** `dari Rp75.000`. */
export function ofWords(whole: number): string {
  return said(`dari ${money(whole)}`, `of ${money(whole)}`);
}

/** How old the centre's figure is: the time today, the date before that. */
export function asOfWords(month: MonthStatus, nowMs: number): string {
  if (month.asOf === null) return said("Belum ada angka pusat", "No figure from the centre yet");
  const asOf = momentWords(month.asOf, nowMs);
  return said(`Pusat per ${asOf}`, `Centre as of ${asOf}`);
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
  const known = Object.entries(warnings).find(([name]) => name === code)?.[1];
  return known ?? said("Data pembeli perlu diperiksa pusat", "The centre has to check this buyer");
}

const warnings = inLanguages(
  {
    NIP_UNKNOWN: "NIP belum ada di daftar: pusat yang mencocokkan",
    CARD_UNKNOWN: "Kartu belum ada di daftar: pusat yang mencocokkan",
    PERSON_INACTIVE: "Tercatat sudah tidak aktif sebagai ASN",
    NIP_TOO_YOUNG: "Menurut NIP, usianya terlalu muda: periksa angkanya",
    NIP_TOO_OLD: "Menurut NIP, usianya terlalu tua: periksa angkanya",
    NIP_FUTURE_APPOINTMENT: "Menurut NIP, belum diangkat: periksa angkanya",
    NIP_PPPK_BEFORE_2019: "NI PPPK sebelum 2019: periksa angkanya",
  },
  {
    NIP_UNKNOWN: "The NIP is not on the list yet: the centre will match it",
    CARD_UNKNOWN: "The card is not on the list yet: the centre will match it",
    PERSON_INACTIVE: "On record as no longer an active ASN",
    NIP_TOO_YOUNG: "Too young by the NIP: check its digits",
    NIP_TOO_OLD: "Too old by the NIP: check its digits",
    NIP_FUTURE_APPOINTMENT: "Not appointed yet by the NIP: check its digits",
    NIP_PPPK_BEFORE_2019: "An NI PPPK from before 2019: check its digits",
  },
);

function looked(buyer: Asn): string {
  return buyer.confirmed
    ? said("dicocokkan petugas", "checked by staff")
    : said("belum dicocokkan", "not checked yet");
}
