import { inLanguages } from "./language.ts";

/** What the buyer reads between two sales, and at the foot of most screens. */
export const idleWords = inLanguages(
  {
    place: "Galeri UMKM Probolinggo",
    story:
      "Setiap barang di sini dibuat tangan-tangan Kabupaten Probolinggo. Membeli berarti membela.",
    ask: "Bapak dan Ibu ASN, siapkan kartu Anda sebelum membayar.",
    privacy:
      "Belanja ASN dicatat untuk Gerakan Bela dan Beli: nama, unit kerja, dan jumlah belanja. Layar ini tidak menampilkan NIP lengkap. Anda boleh meminta salinan catatan Anda.",
  },
  {
    place: "Probolinggo makers' gallery",
    story:
      "Everything here was made by hands of Kabupaten Probolinggo. To buy is to stand by them.",
    ask: "Civil servants (ASN), please have your card ready before you pay.",
    privacy:
      "What an ASN buys is recorded for the Bela dan Beli movement: name, office and amount. This screen never shows a whole NIP. You may ask for a copy of your record.",
  },
);

/** What the buyer reads while the goods are scanned. */
export const displayCartWords = inLanguages(
  {
    title: "Belanja Anda",
    none: "Barang yang dipindai muncul di sini.",
    total: "Total",
    isAsn: "Bapak/Ibu ASN?",
    showCard: "Tunjukkan kartu Anda agar belanja ini tercatat.",
  },
  {
    title: "Your shopping",
    none: "Goods appear here as they are scanned.",
    total: "Total",
    isAsn: "Are you an ASN?",
    showCard: "Show your card to have this purchase recorded.",
  },
);

/** How a buyer is greeted. */
export const greetingWords = inLanguages(
  {
    welcome: "Selamat datang",
    hello: (maskedName: string) => `Halo, ${maskedName}`,
    nipEnd: (last4: string) => `NIP berakhir ${last4}`,
    thanks: "Terima kasih sudah berbelanja.",
  },
  {
    welcome: "Welcome",
    hello: (maskedName) => `Hello, ${maskedName}`,
    nipEnd: (last4) => `NIP ending in ${last4}`,
    thanks: "Thank you for shopping here.",
  },
);

/** What the buyer reads once it is paid. */
export const thanksWords = inLanguages(
  {
    title: "Terima kasih",
    story: "Belanja Anda sampai ke perajin Kabupaten Probolinggo.",
    total: "Total",
    received: "Diterima",
    change: "Kembalian Anda",
    receiptQr: "Kode QR struk Anda",
    noPaper:
      "Struk kertas belum bisa keluar. Arahkan kamera ponsel ke kode ini untuk menyimpannya.",
  },
  {
    title: "Thank you",
    story: "What you paid goes to the makers of Kabupaten Probolinggo.",
    total: "Total",
    received: "Received",
    change: "Your change",
    receiptQr: "QR code of your receipt",
    noPaper: "No paper comes out yet. Point your phone's camera at this code to keep the receipt.",
  },
);

/** What the buyer reads beside the QR of a receipt. */
export const receiptQrWords = inLanguages(
  {
    title: "Struk Anda",
    ask: "Arahkan kamera ponsel ke kode ini untuk menyimpan dan memeriksa struk.",
    label: (number: string) => `Kode QR struk ${number}`,
  },
  {
    title: "Your receipt",
    ask: "Point your phone's camera at this code to keep and check the receipt.",
    label: (number) => `QR code of receipt ${number}`,
  },
);
