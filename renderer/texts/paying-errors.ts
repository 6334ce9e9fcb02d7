import { inLanguages } from "./language.ts";

/** What went wrong while paying. */
export const payingErrors = inLanguages(
  {
    TENDER_ABOVE_TOTAL: {
      what: "Pembayaran nontunai melebihi total belanja.",
      todo: "Kembalian hanya untuk uang tunai. Kurangi jumlah QRIS, transfer, atau kartunya.",
    },
    TENDER_COUNT: {
      what: "Jumlah cara bayar tidak sesuai.",
      todo: "Pakai paling sedikit satu dan paling banyak 20 cara bayar dalam satu transaksi.",
    },
    REFERENCE_MALFORMED: {
      what: "Nomor referensi belum benar.",
      todo: "Ketik nomor dari bukti transfer atau struk EDC, paling banyak 40 karakter.",
    },
    QRIS_NOT_EMVCO: {
      what: "Ini bukan kode QRIS.",
      todo: "Pindai kode QRIS statis milik galeri, yang teksnya diawali 000201.",
    },
    QRIS_NO_CRC: {
      what: "Kode QRIS terpotong: angka pemeriksanya tidak ada.",
      todo: "Pindai ulang seluruh kode, atau salin teksnya sampai akhir.",
    },
    QRIS_CRC: {
      what: "Angka pemeriksa kode QRIS tidak cocok.",
      todo: "Kode berubah atau salah baca. Pindai ulang dari stiker aslinya.",
    },
    QRIS_MALFORMED: {
      what: "Susunan kode QRIS tidak benar.",
      todo: "Pindai ulang. Bila tetap begini, minta kode baru kepada penyedia QRIS.",
    },
    QRIS_CURRENCY: {
      what: "Mata uang kode QRIS ini bukan rupiah.",
      todo: "Pakai kode QRIS galeri yang bermata uang rupiah.",
    },
    QRIS_COUNTRY: {
      what: "Kode QRIS ini bukan dari Indonesia.",
      todo: "Pakai kode QRIS galeri yang terbit di Indonesia.",
    },
    QRIS_AMOUNT: {
      what: "Nominal di dalam kode QRIS tidak dapat dibaca.",
      todo: "Pakai kode QRIS statis tanpa nominal.",
    },
    QRIS_NO_NMID: {
      what: "Kode QRIS tidak memuat NMID, nomor nasional pedagang.",
      todo: "Minta kode QRIS terbaru kepada penyedia QRIS galeri.",
    },
    QRIS_NOT_STATIC: {
      what: "Ini bukan kode QRIS statis.",
      todo: "Pindai kode QRIS tetap milik galeri, bukan kode sekali bayar.",
    },
    QRIS_SURCHARGE: {
      what: "Kode QRIS ini menambah biaya kepada pembeli.",
      todo: "Biaya tambahan dilarang. Minta kode tanpa biaya kepada penyedia QRIS.",
    },
    QRIS_CEILING: {
      what: "Nominal melebihi batas QRIS, Rp10.000.000 sekali bayar.",
      todo: "Bagi pembayarannya, atau terima sisanya dengan cara lain.",
    },
    QRIS_NOT_SET: {
      what: "QRIS belum disiapkan di kasir ini.",
      todo: "Minta penyelia memasang kode QRIS galeri di Status, atau pakai cara bayar lain.",
    },
    QRIS_NOT_OPEN: {
      what: "Kode QRIS ini sudah dibatalkan atau lewat waktu.",
      todo: "Buat kode baru. Bila pembeli terlanjur membayar, cek aplikasi merchant.",
    },
    QRIS_NOT_PAID: {
      what: "Pembayaran QRIS belum dinyatakan masuk.",
      todo: "Tunggu kabar dari penyedia, atau cek uangnya di aplikasi merchant.",
    },
    PROVIDER_UNREACHABLE: {
      what: "Penyedia pembayaran tidak dapat dihubungi.",
      todo: "Periksa jaringan, lalu ulangi, atau pakai cara bayar lain.",
    },
    LINK_MALFORMED: {
      what: "Tautan struk tidak dapat dibaca.",
      todo: "Pindai ulang kode QR pada struk.",
    },
    QRIS_ALREADY_PAID: {
      what: "Sebagian belanja ini sudah dibayar dengan QRIS.",
      todo: "Tekan F9 untuk menyelesaikan pembayarannya. Bila uang sudah dikembalikan, hapus QRIS di sana.",
    },
  },
  {
    TENDER_ABOVE_TOTAL: {
      what: "The payment other than cash is more than the total.",
      todo: "Change is given for cash only. Lower the amount by QRIS, transfer or card.",
    },
    TENDER_COUNT: {
      what: "The number of tenders is not right.",
      todo: "Use at least one and at most 20 tenders in one sale.",
    },
    REFERENCE_MALFORMED: {
      what: "The reference number is not right yet.",
      todo: "Type the number from the transfer slip or card slip, at most 40 characters.",
    },
    QRIS_NOT_EMVCO: {
      what: "This is not a QRIS code.",
      todo: "Scan the gallery's static QRIS code, whose text starts with 000201.",
    },
    QRIS_NO_CRC: {
      what: "The QRIS code is cut short: its check digits are missing.",
      todo: "Scan the whole code again, or copy its text to the end.",
    },
    QRIS_CRC: {
      what: "The check digits of the QRIS code do not match.",
      todo: "The code was altered or misread. Scan it again from the original sticker.",
    },
    QRIS_MALFORMED: {
      what: "The QRIS code is not put together correctly.",
      todo: "Scan it again. If this stays, ask the QRIS provider for a new code.",
    },
    QRIS_CURRENCY: {
      what: "The currency of this QRIS code is not rupiah.",
      todo: "Use the gallery's QRIS code in rupiah.",
    },
    QRIS_COUNTRY: {
      what: "This QRIS code is not from Indonesia.",
      todo: "Use the gallery's QRIS code issued in Indonesia.",
    },
    QRIS_AMOUNT: {
      what: "The amount inside the QRIS code cannot be read.",
      todo: "Use a static QRIS code without an amount.",
    },
    QRIS_NO_NMID: {
      what: "The QRIS code has no NMID, the merchant's national number.",
      todo: "Ask the gallery's QRIS provider for its newest QRIS code.",
    },
    QRIS_NOT_STATIC: {
      what: "This is not a static QRIS code.",
      todo: "Scan the gallery's permanent QRIS code, not one made for a single payment.",
    },
    QRIS_SURCHARGE: {
      what: "This QRIS code adds a fee for the buyer.",
      todo: "Surcharges are banned. Ask the QRIS provider for a code without a fee.",
    },
    QRIS_CEILING: {
      what: "The amount is above the QRIS limit of Rp10.000.000 a payment.",
      todo: "Split the payment, or take the rest another way.",
    },
    QRIS_NOT_SET: {
      what: "QRIS is not set up on this till.",
      todo: "Ask a supervisor to set up the gallery's QRIS code under Status, or use another tender.",
    },
    QRIS_NOT_OPEN: {
      what: "This QRIS code was cancelled or has timed out.",
      todo: "Make a new code. If the buyer has already paid, check the merchant app.",
    },
    QRIS_NOT_PAID: {
      what: "The QRIS payment has not been reported as received.",
      todo: "Wait for the provider's word, or look for the money in the merchant app.",
    },
    PROVIDER_UNREACHABLE: {
      what: "The payment provider cannot be reached.",
      todo: "Check the network and try again, or use another tender.",
    },
    LINK_MALFORMED: {
      what: "The receipt link cannot be read.",
      todo: "Scan the QR code on the receipt again.",
    },
    QRIS_ALREADY_PAID: {
      what: "Part of this sale has already been paid by QRIS.",
      todo: "Press F9 to finish the payment. If the money was given back, remove QRIS there.",
    },
  },
);
