import { inLanguages } from "./language.ts";

/** What may go wrong on the way to the paper. */
export const printerErrors = inLanguages(
  {
    PRINTER_NOT_SET: {
      what: "Printer belum diatur.",
      todo: "Struk disimpan. Minta petugas mengatur printer.",
    },
    LABEL_PRINTER_NOT_SET: {
      what: "Belum ada printer label.",
      todo: "Tekan F10, pilih Tambah printer, lalu pilih Label barang pada Untuk mencetak.",
    },
    PRINTER_REFUSED: {
      what: "Printer tidak dapat dihubungi.",
      todo: "Struk disimpan dan dicetak nanti. Periksa listrik dan kabel printer.",
    },
    PRINTER_TIMEOUT: {
      what: "Printer tidak menjawab.",
      todo: "Lihat kertasnya. Bila struk belum keluar, cetak salinan.",
    },
    PRINTER_RESET: {
      what: "Sambungan ke printer terputus di tengah cetak.",
      todo: "Lihat kertasnya. Bila struk terpotong, cetak salinan.",
    },
    PRINTER_PAPER_OUT: {
      what: "Kertas printer habis.",
      todo: "Struk disimpan. Pasang kertas baru, cetak berlanjut sendiri.",
    },
    PRINTER_COVER_OPEN: {
      what: "Tutup printer terbuka.",
      todo: "Struk disimpan. Tutup printer, cetak berlanjut sendiri.",
    },
    PRINTER_ERROR: {
      what: "Printer melaporkan gangguan.",
      todo: "Struk disimpan. Periksa pemotong kertas, lalu matikan dan nyalakan printer.",
    },
    PRINTER_UNSURE: {
      what: "Program berhenti di tengah mencetak.",
      todo: "Lihat kertasnya. Bila struk belum keluar, cetak salinan.",
    },
    PRINTER_TRANSPORT_MISSING: {
      what: "Komputer ini tidak dapat memakai cara sambung printer itu.",
      todo: "Pilih cara sambung lain di pengaturan printer, atau minta petugas memasangnya.",
    },
    PRINTER_UNKNOWN: {
      what: "Printer itu tidak ada lagi.",
      todo: "Pilih printer lain dari daftar.",
    },
    PRINT_JOB_DONE: {
      what: "Cetakan itu sudah tidak menunggu.",
      todo: "Lihat kertasnya. Bila perlu, cetak salinan dari riwayat struk.",
    },
  },
  {
    PRINTER_NOT_SET: {
      what: "The printer is not set up.",
      todo: "The receipt is kept. Ask support to set up the printer.",
    },
    LABEL_PRINTER_NOT_SET: {
      what: "There is no label printer yet.",
      todo: "Press F10, choose Add printer, then choose Labels on goods under What it prints.",
    },
    PRINTER_REFUSED: {
      what: "The printer cannot be reached.",
      todo: "The receipt is kept and printed later. Check the printer's power and cable.",
    },
    PRINTER_TIMEOUT: {
      what: "The printer does not answer.",
      todo: "Look at the paper. If the receipt has not come out, print a copy.",
    },
    PRINTER_RESET: {
      what: "The connection to the printer broke while printing.",
      todo: "Look at the paper. If the receipt is cut short, print a copy.",
    },
    PRINTER_PAPER_OUT: {
      what: "The printer is out of paper.",
      todo: "The receipt is kept. Put in new paper and printing goes on by itself.",
    },
    PRINTER_COVER_OPEN: {
      what: "The printer's cover is open.",
      todo: "The receipt is kept. Close the cover and printing goes on by itself.",
    },
    PRINTER_ERROR: {
      what: "The printer reports a fault.",
      todo: "The receipt is kept. Check the paper cutter, then switch the printer off and on.",
    },
    PRINTER_UNSURE: {
      what: "The program stopped while printing.",
      todo: "Look at the paper. If the receipt has not come out, print a copy.",
    },
    PRINTER_TRANSPORT_MISSING: {
      what: "This computer cannot use that way of connecting a printer.",
      todo: "Choose another connection in the printer settings, or ask support to install it.",
    },
    PRINTER_UNKNOWN: {
      what: "That printer is no longer there.",
      todo: "Choose another printer from the list.",
    },
    PRINT_JOB_DONE: {
      what: "That print is no longer waiting.",
      todo: "Look at the paper. If needed, print a copy from the sales history.",
    },
  },
);
