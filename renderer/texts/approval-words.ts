import type { ApprovalAction } from "../../shared/contract/approval.ts";
import { errorWords } from "./error-words.ts";
import { inLanguages, said } from "./language.ts";

/** What a supervisor is asked to allow. */
export function approvalTitle(action: ApprovalAction): string {
  switch (action) {
    case "VOID":
      return said("Setujui pembatalan", "Approve a void");
    case "RETURN":
      return said("Setujui retur", "Approve a return");
    case "DISCOUNT":
      return said("Setujui potongan", "Approve a discount");
    case "PRICE":
      return said("Setujui perubahan harga", "Approve a change of price");
    case "DRAWER":
      return said("Setujui membuka laci", "Approve opening the drawer");
    case "CLOCK":
      return said("Setujui perubahan jam", "Approve a change of the clock");
    case "SETTING":
      return said("Setujui perubahan pengaturan", "Approve a change of settings");
    case "BIND_CARD":
      return said("Setujui pendaftaran kartu", "Approve the enrolment of a card");
    case "CLOSE_TILL":
      return said("Setujui penutupan mesin kasir", "Approve taking the till out of service");
    case "CHANGE_KEY":
      return said("Setujui penggantian kunci", "Approve a change of the signing key");
    case "TRAINING":
      return said("Setujui mode latihan", "Approve training mode");
  }
}

export const approvalTexts = inLanguages(
  {
    lead: "Penyelia memindai kartunya, atau memilih namanya lalu memasukkan PIN. Berlaku satu kali, selama 2 menit.",
    amount: "Jumlah",
    newPrice: "Harga baru",
    supervisors: "Penyelia",
    none: "Tidak ada penyelia yang dapat menyetujui di kasir ini. Hubungi admin pusat.",
    noneSecond:
      "Ini perlu orang kedua, dan tidak ada penyelia lain di kasir ini. Hubungi admin pusat.",
  },
  {
    lead: "A supervisor scans their card, or picks their name and enters the PIN. Good once, for 2 minutes.",
    amount: "Amount",
    newPrice: "New price",
    supervisors: "Supervisors",
    none: "No supervisor can approve at this till. Call the admin at the centre.",
    noneSecond:
      "This takes a second person, and there is no other supervisor at this till. Call the admin at the centre.",
  },
);

const cardTexts = inLanguages(
  {
    notStaff: "Ini bukan kartu penyelia. Pindai kartu penyelia, atau masukkan PIN.",
    CARD_MALFORMED: "Kartu terbaca tidak lengkap. Pindai sekali lagi, atau masukkan PIN.",
    CARD_SIGNATURE: "Tanda tangan kartu tidak sah. Jangan diterima; masukkan PIN penyelia.",
    CARD_EXPIRED: "Masa berlaku kartu penyelia sudah habis. Masukkan PIN, lalu minta kartu baru.",
    CARD_REVOKED: "Kartu penyelia ini sudah dicabut. Jangan diterima; masukkan PIN penyelia.",
    CARD_KEY_UNKNOWN:
      "Penerbit kartu belum dikenal kasir ini. Sambungkan kasir ke pusat, atau masukkan PIN.",
    NOT_ALLOWED: "Pemegang kartu ini bukan penyelia. Minta kartu atau PIN penyelia.",
  },
  {
    notStaff: "This is not a supervisor's card. Scan a supervisor's card, or enter a PIN.",
    CARD_MALFORMED: "The card was read incompletely. Scan it again, or enter the PIN.",
    CARD_SIGNATURE: "The card's signature does not hold. Do not take it; enter a supervisor's PIN.",
    CARD_EXPIRED: "The supervisor's card has expired. Enter the PIN, then ask for a new card.",
    CARD_REVOKED: "This supervisor's card was withdrawn. Do not take it; enter a supervisor's PIN.",
    CARD_KEY_UNKNOWN:
      "This till does not know the card's issuer yet. Connect it to the centre, or enter the PIN.",
    NOT_ALLOWED: "The holder of this card is no supervisor. Ask for a supervisor's card or PIN.",
  },
);

/** Why a scanned card does not approve; `null`: the scan was no staff card at all. */
export function cardRefusal(code: string | null): string {
  if (code === null) return cardTexts.notStaff;
  const known = Object.entries(cardTexts).find(([name]) => name === code)?.[1];
  if (known !== undefined) return known;
  const { what, todo } = errorWords(code);
  return `${what} ${todo}`;
}
