import { inLanguages } from "./language.ts";

/** What may be wrong with the lines, the buyer and the total of a sale. */
export const saleErrors = inLanguages(
  {
    QTY_ZERO: {
      what: "Jumlah tidak boleh nol.",
      todo: "Isi 1 atau lebih, atau hapus barisnya.",
    },
    QTY_NEGATIVE: { what: "Jumlah tidak boleh minus.", todo: "Isi 1 atau lebih." },
    QTY_NOT_WHOLE: {
      what: "Jumlah harus bilangan bulat.",
      todo: "Isi tanpa koma, misalnya 2.",
    },
    QTY_TOO_LARGE: {
      what: "Jumlah terlalu besar.",
      todo: "Paling banyak 9.999 untuk satu baris.",
    },
    AMOUNT_MALFORMED: {
      what: "Jumlah uang tidak terbaca.",
      todo: "Ketik rupiah bulat, misalnya 100.000.",
    },
    AMOUNT_TOO_LARGE: {
      what: "Jumlah uang terlalu besar.",
      todo: "Periksa jumlah nolnya.",
    },
    DISCOUNT_TOO_LARGE: {
      what: "Potongan melebihi harga.",
      todo: "Kecilkan potongannya.",
    },
    LINE_NOT_FOUND: {
      what: "Baris itu sudah tidak ada di keranjang.",
      todo: "Periksa isi keranjang.",
    },
    CART_EMPTY: { what: "Keranjang masih kosong.", todo: "Pindai atau pilih barang dahulu." },
    BUYER_NOT_SET: {
      what: "Pembeli belum dipilih.",
      todo: "Pindai kartu ASN, atau pilih pembeli umum (F6).",
    },
    BUYER_NOT_CONFIRMED: {
      what: "Nama dan unit pembeli belum dicocokkan.",
      todo: "Bandingkan dengan kartunya, lalu tekan “Ya, cocok”.",
    },
    TENDER_BELOW_TOTAL: {
      what: "Uang yang diterima kurang dari total.",
      todo: "Periksa uangnya, lalu isi jumlah yang benar.",
    },
    TOTAL_CHANGED: {
      what: "Total berubah sejak layar pembayaran dibuka.",
      todo: "Sebutkan total yang baru kepada pembeli, lalu terima lagi.",
    },
  },
  {
    QTY_ZERO: {
      what: "The quantity cannot be zero.",
      todo: "Enter 1 or more, or remove the line.",
    },
    QTY_NEGATIVE: {
      what: "The quantity cannot be negative.",
      todo: "Enter 1 or more.",
    },
    QTY_NOT_WHOLE: {
      what: "The quantity must be a whole number.",
      todo: "Enter it without a comma, for example 2.",
    },
    QTY_TOO_LARGE: {
      what: "The quantity is too large.",
      todo: "At most 9.999 on one line.",
    },
    AMOUNT_MALFORMED: {
      what: "The amount cannot be read.",
      todo: "Type whole rupiah, for example 100.000.",
    },
    AMOUNT_TOO_LARGE: {
      what: "The amount is too large.",
      todo: "Check the number of zeros.",
    },
    DISCOUNT_TOO_LARGE: {
      what: "The discount is more than the price.",
      todo: "Make the discount smaller.",
    },
    LINE_NOT_FOUND: {
      what: "That line is no longer in the cart.",
      todo: "Check what is in the cart.",
    },
    CART_EMPTY: {
      what: "The cart is still empty.",
      todo: "Scan or pick a product first.",
    },
    BUYER_NOT_SET: {
      what: "No buyer has been chosen.",
      todo: "Scan the ASN card, or choose a public buyer (F6).",
    },
    BUYER_NOT_CONFIRMED: {
      what: "The buyer's name and office have not been compared yet.",
      todo: "Compare them with the card, then press “Yes, it matches”.",
    },
    TENDER_BELOW_TOTAL: {
      what: "The money received is less than the total.",
      todo: "Check the money, then enter the right amount.",
    },
    TOTAL_CHANGED: {
      what: "The total has changed since the payment screen was opened.",
      todo: "Tell the buyer the new total, then take the payment again.",
    },
  },
);
