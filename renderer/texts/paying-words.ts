import type { TenderInput } from "../../shared/contract/paying.ts";
import { timeWords } from "./date-words.ts";
import { inLanguages, said } from "./language.ts";
import { money } from "./money-words.ts";

/** The ways to pay, with the key that chooses each on the pay sheet. */
export const payMethods = [
  { kind: "CASH", key: "F1" },
  { kind: "QRIS", key: "F2" },
  { kind: "TRANSFER", key: "F3" },
  { kind: "CARD", key: "F4" },
] as const satisfies readonly { kind: TenderInput["kind"]; key: string }[];

/** Each way to pay, in one word. */
export const wayWords: Readonly<Record<TenderInput["kind"], string>> = inLanguages(
  { CASH: "Tunai", QRIS: "QRIS", TRANSFER: "Transfer", CARD: "Kartu" },
  { CASH: "Cash", QRIS: "QRIS", TRANSFER: "Transfer", CARD: "Card" },
);

/** What is written on the pay sheet, beside figures. */
export const payWords = inLanguages(
  {
    title: "Pembayaran",
    methods: "Cara bayar",
    total: "Total",
    remaining: "Masih harus dibayar",
    received: "Uang diterima",
    receivedHint: "Ketik jumlahnya, lalu tekan Enter",
    touchToPay: "Sentuh untuk langsung bayar",
    touchAsPublic: "Sentuh untuk langsung bayar sebagai umum",
    short: "Masih kurang",
    change: "Kembalian",
    saving: "Menyimpan",
    takeCash: "Terima pembayaran",
    taken: "Sudah diterima",
    amount: "Jumlah",
    tooMuch: "Paling banyak sebesar sisanya: kembalian hanya dari uang tunai.",
    partHint: "Boleh kurang dari sisanya: sisanya dibayar dengan cara lain",
    transferReference: "Nomor referensi transfer",
    cardReference: "Kode persetujuan kartu",
    transferHint: "Dari bukti transfer, setelah uangnya terlihat di rekening galeri",
    cardHint: "Dari struk mesin EDC, tertulis APPR CODE",
    paid: "Lunas",
    paidHint: "Semua sudah diterima. Simpan agar tercatat dan struknya tercetak.",
    store: "Simpan penjualan",
    noBuyer: "Belum ada kartu ASN.",
    noBuyerMore:
      "Pindai kartunya sekarang, atau catat sebagai pembeli umum. Ini tidak dapat diubah setelah dibayar.",
    asPublic: "Bayar sebagai umum",
    exact: "Uang pas",
  },
  {
    title: "Payment",
    methods: "Ways to pay",
    total: "Total",
    remaining: "Still to pay",
    received: "Cash received",
    receivedHint: "Type the amount, then press Enter",
    touchToPay: "Touch to pay at once",
    touchAsPublic: "Touch to pay at once as public",
    short: "Still short",
    change: "Change",
    saving: "Saving",
    takeCash: "Take the payment",
    taken: "Received so far",
    amount: "Amount",
    tooMuch: "At most what is left: only cash gives change.",
    partHint: "May be less than what is left: the rest is paid another way",
    transferReference: "Transfer reference",
    cardReference: "Card approval code",
    transferHint: "From the transfer slip, once the money shows in the gallery's account",
    cardHint: "From the card terminal's slip, printed as APPR CODE",
    paid: "Paid in full",
    paidHint: "All is received. Save to record the sale and print its receipt.",
    store: "Save the sale",
    noBuyer: "No ASN card yet.",
    noBuyerMore: "Scan it now, or record a public buyer. This cannot be changed once paid.",
    asPublic: "Pay as public",
    exact: "Exact",
  },
);

/** The same within a sentence. */
const partNames: Readonly<Record<TenderInput["kind"], string>> = inLanguages(
  { CASH: "tunai", QRIS: "QRIS", TRANSFER: "transfer", CARD: "kartu" },
  { CASH: "cash", QRIS: "QRIS", TRANSFER: "transfer", CARD: "card" },
);

/** The button that takes all that is owed, and the one that takes a part of it. */
export function takeWords(amount: number): string {
  return said(`Terima ${money(amount)}`, `Take ${money(amount)}`);
}
export function takePartWords(kind: TenderInput["kind"], amount: number): string {
  const part = `${partNames[kind]} ${money(amount)}`;
  return said(`Catat ${part}, sisanya cara lain`, `Record ${part}, the rest another way`);
}
/** What the button that takes a received part off is called. */
export function removePartWords(kind: TenderInput["kind"], amount: number): string {
  return said(
    `Hapus ${wayWords[kind]} ${money(amount)}`,
    `Take off ${partNames[kind]} ${money(amount)}`,
  );
}

/** Everything about a QRIS payment and its set-up. */
export const qrisWords = inLanguages(
  {
    show: "Tampilkan kode QRIS",
    code: "Kode QRIS pembayaran ini",
    merchant: "Pedagang",
    city: "Kota",
    nmid: "NMID",
    steps: "Minta pembeli memindai kode ini di layar pembeli, lalu cocokkan nama pedagangnya.",
    fraud: "Lihat sendiri uangnya di aplikasi merchant.",
    fraudMore:
      "Jangan percaya tangkapan layar pembeli: gambar yang diedit adalah penipuan yang paling sering.",
    confirm: "Uang sudah masuk di aplikasi merchant",
    late: "Uang ternyata sudah masuk",
    again: "Buat kode baru",
    cancel: "Batalkan kode",
    returned: "Uang sudah dikembalikan",
    expired: "Waktu kode habis",
    expiredMore: "Kode tidak lagi tampil di layar pembeli. Cek dulu aplikasi merchant.",
    awaiting:
      "Menunggu kabar dari penyedia pembayaran. Setelah lunas, tekan Enter untuk menyimpan.",
    unset: "QRIS belum dipasang di kasir ini.",
    unsetMore: "Penyelia dapat memasangnya di Keadaan kasir (F10), bagian QRIS.",
    section: "QRIS galeri",
    sectionUnset: "Belum dipasang",
    supervisorOnly: "Hanya penyelia yang dapat memasang atau mengganti kode QRIS.",
    set: "Pasang kode QRIS",
    change: "Ganti kode QRIS",
    dialog: "Kode QRIS galeri",
    field: "Kode QRIS statis",
    fieldHint: "Pindai stiker QRIS galeri, atau tempel teksnya (diawali 000201)",
    read: "Periksa kode",
    camera: "Pindai dengan kamera",
    picture: "Gambar kamera",
    noCamera: "Kamera tidak dapat dipakai. Pakai pemindai, atau tempel teks kodenya.",
    cameraAgain: "Nyalakan kamera",
    compare: "Bandingkan dengan stiker QRIS galeri",
    compareMore: "Uang pembeli masuk ke pedagang ini. Pasang hanya bila ketiganya sama.",
    install: "Sama, pasang kode ini",
    other: "Pindai kode lain",
    remove: "Lepas QRIS dari kasir",
    installed: "QRIS galeri terpasang.",
    removed: "QRIS dilepas dari kasir ini.",
    elsewhere: "Uang QRIS yang belum menjadi penjualan",
    elsewhereMore: "Selesaikan penjualannya dari keranjang yang ditahan, atau kembalikan uangnya.",
  },
  {
    show: "Show the QRIS code",
    code: "QRIS code of this payment",
    merchant: "Merchant",
    city: "City",
    nmid: "NMID",
    steps: "Have the buyer scan this code on the customer display, then check the merchant's name.",
    fraud: "See the money yourself in the merchant app.",
    fraudMore: "Do not trust a buyer's screenshot: an edited picture is the most common fraud.",
    confirm: "The money is in the merchant app",
    late: "The money did arrive",
    again: "Make a new code",
    cancel: "Cancel the code",
    returned: "The money was given back",
    expired: "The code has expired",
    expiredMore: "It no longer shows on the customer display. Check the merchant app first.",
    awaiting:
      "Waiting for word from the payment provider. Once paid, press Enter to save the sale.",
    unset: "QRIS is not set up at this till.",
    unsetMore: "A supervisor can set it up in Till status (F10), under QRIS.",
    section: "The gallery's QRIS",
    sectionUnset: "Not set up",
    supervisorOnly: "Only a supervisor can set or change the QRIS code.",
    set: "Set the QRIS code",
    change: "Change the QRIS code",
    dialog: "The gallery's QRIS code",
    field: "Static QRIS code",
    fieldHint: "Scan the gallery's QRIS sticker, or paste its text (it starts with 000201)",
    read: "Check the code",
    camera: "Scan with the camera",
    picture: "Camera picture",
    noCamera: "The camera cannot be used. Use the scanner, or paste the code's text.",
    cameraAgain: "Switch the camera on",
    compare: "Compare with the gallery's QRIS sticker",
    compareMore: "The buyer's money goes to this merchant. Set it only if all three are the same.",
    install: "Same, set this code",
    other: "Scan another code",
    remove: "Take QRIS off this till",
    installed: "The gallery's QRIS is set.",
    removed: "QRIS was taken off this till.",
    elsewhere: "QRIS money that is no sale yet",
    elsewhereMore: "Finish its sale from the held carts, or give the money back.",
  },
);

/** Until when a code may be paid. */
export function untilWords(expiresAt: number): string {
  const time = timeWords(expiresAt);
  return said(`Berlaku sampai pukul ${time}`, `Holds until ${time}`);
}

/** What the buyer's display says while a code is shown. */
export const displayQrisWords = inLanguages(
  {
    title: "Pindai untuk membayar",
    payTo: "Bayar kepada",
    check: "Pastikan nama ini sama di aplikasi Anda. Nominal sudah terisi, tanpa biaya tambahan.",
    amount: "Bayar dengan QRIS",
    total: "Total belanja",
    code: "Kode QRIS",
  },
  {
    title: "Scan to pay",
    payTo: "Pay to",
    check: "Make sure your app shows this name. The amount is filled in, with no extra fee.",
    amount: "Pay by QRIS",
    total: "Total",
    code: "QRIS code",
  },
);

/** What is said of a payment whose answer was lost. */
export const verdictWords = inLanguages(
  {
    checking: "Memeriksa pembayaran",
    checkingMore:
      "Program kasir berhenti di tengah pembayaran. Sekarang kasir memeriksa apakah transaksi sudah tersimpan.",
    notTwice: "Jangan menerima uang dua kali.",
    check: "Periksa sekarang",
    stored: "Transaksi sudah tersimpan",
    storedMore: (total: string, change: string) =>
      `Total ${total}, kembalian ${change}. Jangan dibayar lagi.`,
    understood: "Mengerti",
    notStored: "Transaksi belum tersimpan",
    nothing: "Tidak ada yang tercatat.",
    intact: "Keranjang masih utuh.",
    again: (tendered: string) =>
      `Ulangi dengan uang yang sama, ${tendered}, atau kembali ke keranjang.`,
    logInFirst: (tendered: string) =>
      `Masuk dengan PIN, lalu terima pembayaran ${tendered} sekali lagi.`,
    back: "Kembali ke keranjang",
    repeat: "Ulangi pembayaran",
  },
  {
    checking: "Checking the payment",
    checkingMore:
      "The till's program stopped in the middle of a payment. The till now checks whether the sale was stored.",
    notTwice: "Do not take the money twice.",
    check: "Check now",
    stored: "The sale was stored",
    storedMore: (total, change) =>
      `Total ${total}, change ${change}. It is paid: take no money again.`,
    understood: "Understood",
    notStored: "The sale was not stored",
    nothing: "Nothing was recorded.",
    intact: "The cart is as it was.",
    again: (tendered) => `Repeat with the same money, ${tendered}, or go back to the cart.`,
    logInFirst: (tendered) =>
      `Log in with your PIN, then take the payment of ${tendered} once more.`,
    back: "Back to the cart",
    repeat: "Repeat the payment",
  },
);
