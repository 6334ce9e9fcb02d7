/** What went wrong while paying, by code; part of `errorText`, which the compiler holds complete. */
export const payingErrors = {
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
} as const;
