import type { HeldCartView } from "../../shared/contract/cart-api.ts";
import type { InstitutionType } from "../../shared/contract/primitives.ts";
import { buyerPanelWords, namelessWords, ofWords } from "./buyer-words.ts";
import { englishCount, inLanguages, said } from "./language.ts";
import { money } from "./money-words.ts";

/** The words for carts put aside, discounts, notes and buyers without a NIP. */
export const cartWords = inLanguages(
  {
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
    title: "Keranjang",
    lines: "Isi keranjang",
    empty: "Keranjang kosong. Pindai atau sentuh barang.",
    readyForNext: "Siap untuk pembeli berikutnya.",
    subtotal: "Subtotal",
    lineDiscounts: "Potongan barang",
    saleDiscount: "Potongan belanja",
    rounding: "Pembulatan tunai",
    total: "Total",
    counts: (amount: string) => `Terhitung ${amount}`,
    pay: "Bayar",
    noteThere: "sudah diisi",
    clearTitle: "Kosongkan keranjang?",
    clearLead: (what: string) => `Yang dilepas dari keranjang: ${what}. Tidak ada yang tercatat.`,
    clearGoodsAndBuyer: (goods: string) => `${goods} dan pembelinya`,
    clearBuyer: "pembelinya",
    clear: "Kosongkan",
    noteLength: (typed: string, most: number) => `${typed} dari ${most} huruf.`,
    purchaseTime: "Waktu",
    purchaseNumber: "Nomor",
    purchaseCounted: "Terhitung",
  },
  {
    hold: "Hold",
    held: "Held",
    heldTitle: "Held carts",
    heldNone: "No carts are held.",
    heldLead: "The open cart is held first if there is anything in it.",
    resume: "Take up",
    discard: "Discard",
    discardAsk: "Discard this cart? Its goods and buyer cannot be brought back.",
    keep: "Keep it",
    discount: "Discount",
    discountTitle: "Give a discount",
    discountOn: "Discount on",
    onLine: "This line",
    onSale: "The whole sale",
    discountKind: "Reckoned in",
    inPercent: "Percent",
    inRupiah: "Rupiah",
    percentLabel: "Discount in percent",
    rupiahLabel: "Discount in rupiah",
    percentWrong: "Write a number from 0 to 100, such as 10 or 7.5.",
    rupiahWrong: "Write an amount in whole rupiah, such as 5.000.",
    giveDiscount: "Give the discount",
    takeDiscountOff: "Take off the discount",
    waitsForApproval: "The discount needs a supervisor's approval",
    note: "Note",
    noteTitle: "Note on the sale",
    noteLabel: "Note on this sale",
    noteLead: "Kept encrypted with the sale, not printed on the receipt.",
    saveNote: "Save the note",
    institution: "Institution",
    institutionTitle: "Institution as buyer",
    institutionType: "Kind of institution",
    institutionName: "Name of the institution",
    reference: "Reference (letter or order number, may be empty)",
    institutionLead: "What an institution buys counts towards no ASN's duty.",
    useInstitution: "Use as buyer",
    institutionUnknown: "Institution's name not available",
    institutionNotCounted: "Counts for no ASN.",
    purchases: "Bought this month",
    purchasesLead: "Show this to the buyer alone.",
    purchasesHere: "At this till",
    purchasesNone: "Nothing was bought at this till this month.",
    purchasesFailed: "The buyer's purchases cannot be read. Close this window, then try again.",
    favourites: "Favourites",
    searchCode: "Find this code",
    similar: "Nothing has exactly that name. These are similar:",
    title: "Cart",
    lines: "In the cart",
    empty: "The cart is empty. Scan or touch an item.",
    readyForNext: "Ready for the next buyer.",
    subtotal: "Subtotal",
    lineDiscounts: "Line discounts",
    saleDiscount: "Sale discount",
    rounding: "Cash rounding",
    total: "Total",
    counts: (amount) => `${amount} counts`,
    pay: "Pay",
    noteThere: "written",
    clearTitle: "Clear the cart?",
    clearLead: (what) => `This leaves the cart: ${what}. Nothing is recorded.`,
    clearGoodsAndBuyer: (goods) => `${goods} and the buyer`,
    clearBuyer: "the buyer",
    clear: "Clear",
    noteLength: (typed, most) => `${typed} of ${most} letters.`,
    purchaseTime: "Time",
    purchaseNumber: "Number",
    purchaseCounted: "Counted",
  },
);

export const institutionTypes: Readonly<Record<InstitutionType, string>> = inLanguages(
  {
    OPD: "Perangkat daerah (OPD)",
    VILLAGE: "Pemerintah desa",
    BUMD: "BUMD",
    BUMN: "BUMN",
    FIRM: "Perusahaan swasta",
  },
  {
    OPD: "Regional agency (OPD)",
    VILLAGE: "Village government",
    BUMD: "BUMD",
    BUMN: "BUMN",
    FIRM: "Private company",
  },
);

/** The same in one word, for buttons side by side. */
export const institutionShort: Readonly<Record<InstitutionType, string>> = inLanguages(
  {
    OPD: "OPD",
    VILLAGE: "Desa",
    BUMD: "BUMD",
    BUMN: "BUMN",
    FIRM: "Perusahaan",
  },
  {
    OPD: "OPD",
    VILLAGE: "Village",
    BUMD: "BUMD",
    BUMN: "BUMN",
    FIRM: "Company",
  },
);

/** How long ago, in whole minutes or hours, said shortly. */
export function ageWords(sinceMs: number, nowMs: number): string {
  const minutes = Math.max(0, Math.floor((nowMs - sinceMs) / 60_000));
  if (minutes < 1) return said("baru saja", "just now");
  if (minutes < 60) return said(`${minutes} menit lalu`, `${minutes} min ago`);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return said(`${hours} jam lalu`, `${hours} h ago`);
  const days = Math.floor(hours / 24);
  return said(`${days} hari lalu`, `${englishCount(days, "day")} ago`);
}

/** Whose a held cart is. */
export function heldBuyerWords(held: HeldCartView): string {
  switch (held.buyerKind) {
    case "NONE":
      return said("Tanpa pembeli", "No buyer");
    case "PUBLIC":
      return buyerPanelWords.public;
    case "INSTITUTION":
      return held.buyerName ?? cartWords.institutionUnknown;
    case "ASN":
      return held.buyerName ?? namelessWords();
  }
}

/** A discount as it stands on a line or under the total: `Potongan 10% (Rp1.000)`. */
export function discountWords(amount: number, basisPoints: number | null): string {
  return basisPoints === null
    ? `${cartWords.discount} ${money(amount)}`
    : `${cartWords.discount} ${percentText(basisPoints)}% (${money(amount)})`;
}

/** Basis points as a cashier writes a percentage: `7,5`, in English `7.5`. */
export function percentText(basisPoints: number): string {
  const percent = String(basisPoints / 100);
  return said(percent.replace(".", ","), percent);
}

/** What a discount comes to: `Potongan 10% (Rp1.000) dari Rp10.000. `. */
export function givenWords(discount: string, base: number): string {
  return `${discount} ${ofWords(base)}. `;
}

/** What may be given without a supervisor. */
export function limitWords(limitBp: number, amount: number): string {
  const limit = `${percentText(limitBp)}% (${money(amount)})`;
  return said(`Tanpa penyelia sampai ${limit}.`, `Without a supervisor up to ${limit}.`);
}

export function favouriteWords(name: string, favourite: boolean): string {
  return favourite
    ? said(`Lepas ${name} dari favorit`, `Take ${name} off the favourites`)
    : said(`Jadikan ${name} favorit`, `Make ${name} a favourite`);
}

/** A line of the cart, and what is odd about it. */
export const lineWords = inLanguages(
  {
    name: (name: string, qty: number, net: string) => `${name}, ${qty} buah, ${net}`,
    remove: (name: string) => `Hapus ${name}`,
    less: (name: string) => `Kurangi ${name}`,
    more: (name: string) => `Tambah ${name}`,
    qty: (name: string) => `Jumlah ${name}`,
    notCounted: "Tidak terhitung",
    beyondStock: (pieces: number) => `Melebihi stok catatan ${pieces}`,
  },
  {
    name: (name, qty, net) => `${name}, ${englishCount(qty, "piece")}, ${net}`,
    remove: (name) => `Remove ${name}`,
    less: (name) => `One less: ${name}`,
    more: (name) => `One more: ${name}`,
    qty: (name) => `Quantity of ${name}`,
    notCounted: "Does not count",
    beyondStock: (pieces) => `${pieces} more than the recorded stock`,
  },
);

/** The sale just paid. */
export const paidWords = inLanguages(
  {
    title: "Transaksi tersimpan",
    close: "Tutup hasil transaksi",
    justNow: "Tadi: kembalian",
    stored: (total: string) => `Tersimpan, ${total}`,
    change: "Kembalian",
    asn: "Pembeli ASN",
    signatureLater: ". Tanda tangan menyusul",
    byQr: "Struk tanpa kertas: pembeli memotret kode ini, di sini atau di layarnya.",
  },
  {
    title: "Sale stored",
    close: "Close the sale's result",
    justNow: "Just now: change",
    stored: (total) => `Stored, ${total}`,
    change: "Change",
    asn: "ASN buyer",
    signatureLater: ". The signature follows",
    byQr: "A receipt without paper: the buyer photographs this code, here or on their screen.",
  },
);
