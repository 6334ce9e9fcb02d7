import { inLanguages, said } from "./language.ts";
import { money } from "./money-words.ts";

/** The words for selling a line at another price than the list's. */
export const priceWords = inLanguages(
  {
    title: "Ubah harga",
    label: "Harga baru untuk satu buah",
    lead: "Harga lain dari daftar harga perlu persetujuan penyelia. Berlaku untuk baris ini saja.",
    wrong: "Tulis harga rupiah tanpa pecahan, paling sedikit Rp1.",
    tooMuch: "Potongan rupiah pada baris ini melebihi harga baru. Lepas potongannya dahulu.",
    same: "Itu sudah harga baris ini.",
    change: "Ubah harga",
    restore: "Kembali ke harga daftar",
    cancel: "Batal",
  },
  {
    title: "Change the price",
    label: "New price of one piece",
    lead: "A price other than the list's takes a supervisor's approval. It is for this line only.",
    wrong: "Write the price in whole rupiah, at least Rp1.",
    tooMuch:
      "The line's discount in rupiah is more than the new price. Take the discount off first.",
    same: "That is the line's price already.",
    change: "Change the price",
    restore: "Back to the list price",
    cancel: "Cancel",
  },
);

/** What the line costs by the list. */
export function listPriceWords(listPrice: number): string {
  return said(`Harga daftar ${money(listPrice)}.`, `List price ${money(listPrice)}.`);
}

/** What a line says that is sold for another price. */
export function changedPriceWords(listPrice: number): string {
  return said(`Harga diubah dari ${money(listPrice)}`, `Price changed from ${money(listPrice)}`);
}
