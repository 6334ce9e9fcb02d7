import { inLanguages, said } from "./language.ts";

/** The words for binding a card that the regency did not sign to its holder. */
export const cardWords = inLanguages(
  {
    unbound: "Kartu belum terdaftar.",
    unboundTodo:
      "Bila ini kartu pegawai, daftarkan sekali dengan NIP-nya. Bila barang, cari dengan namanya.",
    bind: "Daftarkan kartu",
    lead: "Pegang kartunya. Ketik NIP yang tertulis di kartu, lalu bandingkan nama dan unit kerjanya.",
    unknownTodo: "Periksa angkanya. Bila sudah benar, tutup jendela ini dan jual dengan NIP (F4).",
    holder: "Pemegang kartu",
    compare:
      "Apakah nama, unit kerja, dan foto di kartu sama? Kartu ini akan selalu menunjuk orang ini.",
    nameless:
      "Nama tidak tersedia di kasir ini. Sambungkan kasir ke pusat, lalu daftarkan kartunya.",
    other: "Bukan orang ini",
    ask: "Ya, sama",
    bound: "Kartu terdaftar.",
    boundTodo: "Sampai pusat menyetujui, cocokkan nama dan unit setiap kali kartu ini dipindai.",
  },
  {
    unbound: "This card is not enrolled.",
    unboundTodo:
      "If it is an employee's card, enrol it once by its NIP. If it is goods, search by the name.",
    bind: "Enrol the card",
    lead: "Hold the card. Type the NIP that stands on it, then compare the name and the office.",
    unknownTodo: "Check the digits. If they are right, close this and sell by the NIP (F4).",
    holder: "Card holder",
    compare:
      "Are the name, the office and the photo on the card the same? This card will always mean this person.",
    nameless: "This till has no names now. Connect it to the centre, then enrol the card.",
    other: "Not this person",
    ask: "Yes, the same",
    bound: "The card is enrolled.",
    boundTodo: "Until the centre approves it, compare name and office each time it is scanned.",
  },
);

/** What a supervisor is told of the binding they are to allow. */
export function bindingWords(name: string, officeName: string): string {
  return said(`Kartu pegawai atas nama ${name}, ${officeName}.`, `Card of ${name}, ${officeName}.`);
}
