/** What may go wrong with a void or return, and what to do about it. */
export const afterSaleErrorText = {
  SALE_VOIDED: {
    what: "Penjualan ini sudah dibatalkan.",
    todo: "Periksa nomor struknya. Penjualan yang batal tidak dapat dibatalkan atau diretur lagi.",
  },
  SALE_RETURNED: {
    what: "Sebagian barang penjualan ini sudah diretur.",
    todo: "Retur sisa barangnya. Penjualan yang sudah diretur tidak dapat dibatalkan.",
  },
  VOID_OTHER_SHIFT: {
    what: "Penjualan ini bukan dari sif yang sedang buka.",
    todo: "Gunakan retur barang.",
  },
  VOID_NOTE_NEEDED: {
    what: "Pembatalan tanpa penyelia perlu alasan tertulis.",
    todo: "Tulis alasannya, paling sedikit 5 huruf.",
  },
  RETURN_EMPTY: {
    what: "Belum ada barang yang dipilih untuk diretur.",
    todo: "Pilih barang dan jumlahnya.",
  },
  RETURN_TOO_MANY: {
    what: "Jumlah retur melebihi barang yang terjual.",
    todo: "Kurangi jumlahnya.",
  },
} as const;
