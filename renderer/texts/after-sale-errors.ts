import { inLanguages } from "./language.ts";

/** What may go wrong with a void or return, and what to do about it. */
export const afterSaleErrors = inLanguages(
  {
    SALE_VOIDED: {
      what: "Penjualan ini sudah dibatalkan.",
      todo: "Periksa nomor struknya. Penjualan yang batal tidak dapat dibatalkan atau diretur lagi.",
    },
    SALE_OF_FORMER: {
      what: "Penjualan ini dari kasir lama dan hanya bisa dilihat.",
      todo: "Catat nomor struknya, lalu hubungi admin pusat untuk retur atau pembatalan.",
    },
    SALE_RETURNED: {
      what: "Barang penjualan ini sudah diretur.",
      todo: "Bila masih ada sisanya, retur sisanya. Penjualan yang sudah diretur tidak dapat dibatalkan.",
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
  },
  {
    SALE_VOIDED: {
      what: "This sale has been voided.",
      todo: "Check the receipt number. A voided sale cannot be voided or returned again.",
    },
    SALE_OF_FORMER: {
      what: "This sale is from the former till and can only be looked at.",
      todo: "Note the receipt number and call the central admin about a return or void.",
    },
    SALE_RETURNED: {
      what: "Goods of this sale have been returned.",
      todo: "Return the rest, if any is left. A sale with returned goods cannot be voided.",
    },
    VOID_OTHER_SHIFT: {
      what: "This sale is not from the open shift.",
      todo: "Use a return instead.",
    },
    VOID_NOTE_NEEDED: {
      what: "A void without a supervisor needs a written reason.",
      todo: "Write the reason, at least 5 letters.",
    },
    RETURN_EMPTY: {
      what: "No goods have been picked to return.",
      todo: "Pick the goods and how many.",
    },
    RETURN_TOO_MANY: {
      what: "More goods are returned than were sold.",
      todo: "Make the quantity smaller.",
    },
  },
);
