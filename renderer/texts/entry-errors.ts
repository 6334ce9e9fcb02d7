import { inLanguages } from "./language.ts";

/** What the centre may find wrong with a record of the journal. */
export const entryErrors = inLanguages(
  {
    ENTRY_KIND_UNKNOWN: {
      what: "Jenis catatan tidak dikenal pusat.",
      todo: "Catatan disimpan pusat dan diperiksa petugas.",
    },
    ENTRY_MALFORMED: {
      what: "Bentuk catatan tidak dapat dibaca pusat.",
      todo: "Catatan disimpan pusat dan diperiksa petugas.",
    },
    ENTRY_SIGNATURE: {
      what: "Tanda tangan catatan tidak cocok.",
      todo: "Catatan disimpan pusat dan diperiksa petugas.",
    },
    ENTRY_RECEIPT_SIGNATURE: {
      what: "Tanda tangan struk tidak cocok.",
      todo: "Catatan disimpan pusat dan diperiksa petugas.",
    },
    ENTRY_PRIVATE: {
      what: "Data pribadi pada catatan tidak cocok.",
      todo: "Catatan disimpan pusat dan diperiksa petugas.",
    },
    ENTRY_SUMS: {
      what: "Jumlah pada catatan tidak cocok.",
      todo: "Catatan disimpan pusat dan diperiksa petugas.",
    },
    ENTRY_NUMBER: {
      what: "Nomor struk tidak berurutan.",
      todo: "Catatan disimpan pusat dan diperiksa petugas.",
    },
    ENTRY_TURNOVER: {
      what: "Jumlah berjalan pada catatan tidak cocok.",
      todo: "Catatan disimpan pusat dan diperiksa petugas.",
    },
    ENTRY_CLOCK: {
      what: "Jam pada catatan meragukan.",
      todo: "Catatan disimpan pusat dan diperiksa petugas.",
    },
    ENTRY_TRAINING: {
      what: "Catatan sungguhan di dalam masa latihan, atau latihan di luarnya.",
      todo: "Catatan disimpan pusat dan diperiksa petugas.",
    },
    ENTRY_SHIFT: {
      what: "Laporan tutup kas tidak sama dengan catatan sifnya.",
      todo: "Catatan disimpan pusat dan diperiksa petugas.",
    },
    ENTRY_REFERENCE: {
      what: "Catatan menunjuk data yang tidak dikenal pusat.",
      todo: "Catatan disimpan pusat dan diperiksa petugas.",
    },
    ENTRY_LATE: {
      what: "Penjualan ini sampai setelah laporan bulannya dikunci.",
      todo: "Catatan disimpan pusat sebagai susulan dan diputuskan petugas.",
    },
    ENTRY_KEY_CHANGE: {
      what: "Pergantian kunci tanda tangan tidak dijamin oleh kedua kuncinya.",
      todo: "Catatan disimpan pusat dan diperiksa petugas.",
    },
  },
  {
    ENTRY_KIND_UNKNOWN: {
      what: "The centre does not know this kind of record.",
      todo: "The centre keeps the record and a person looks at it.",
    },
    ENTRY_MALFORMED: {
      what: "The centre cannot read the shape of this record.",
      todo: "The centre keeps the record and a person looks at it.",
    },
    ENTRY_SIGNATURE: {
      what: "The record's signature does not match.",
      todo: "The centre keeps the record and a person looks at it.",
    },
    ENTRY_RECEIPT_SIGNATURE: {
      what: "The receipt's signature does not match.",
      todo: "The centre keeps the record and a person looks at it.",
    },
    ENTRY_PRIVATE: {
      what: "The personal data in the record does not match.",
      todo: "The centre keeps the record and a person looks at it.",
    },
    ENTRY_SUMS: {
      what: "The sums in the record do not match.",
      todo: "The centre keeps the record and a person looks at it.",
    },
    ENTRY_NUMBER: {
      what: "The receipt numbers are out of order.",
      todo: "The centre keeps the record and a person looks at it.",
    },
    ENTRY_TURNOVER: {
      what: "The running total in the record does not match.",
      todo: "The centre keeps the record and a person looks at it.",
    },
    ENTRY_CLOCK: {
      what: "The time in the record is doubtful.",
      todo: "The centre keeps the record and a person looks at it.",
    },
    ENTRY_TRAINING: {
      what: "A real record within training, or a training record outside it.",
      todo: "The centre keeps the record and a person looks at it.",
    },
    ENTRY_SHIFT: {
      what: "The close report is not what its shift's records come to.",
      todo: "The centre keeps the record and a person looks at it.",
    },
    ENTRY_REFERENCE: {
      what: "The record points to something the centre does not know.",
      todo: "The centre keeps the record and a person looks at it.",
    },
    ENTRY_LATE: {
      what: "This sale arrived after the report of its month was locked.",
      todo: "The centre keeps the record as late and a person decides.",
    },
    ENTRY_KEY_CHANGE: {
      what: "A change of the signing key is not vouched for by both keys.",
      todo: "The centre keeps the record and a person looks at it.",
    },
  },
);
