/** Every fault the verifier names, and what it tells the reader. */
export const FAULTS = Object.freeze({
  ROOT_FOREIGN: "kunci akar berkas bukan kunci akar yang Anda sebutkan",
  CENTRE_KEY_ID: "nomor kunci pusat tidak sesuai dengan kuncinya",
  CENTRE_KEY_SIGNATURE: "kunci pusat tidak disahkan oleh kunci akar",
  CENTRE_KEY_REPEATED: "kunci pusat tercantum lebih dari sekali",
  CERT_KEY_ID: "nomor kunci kasir tidak sesuai dengan kuncinya",
  CERT_ISSUER: "sertifikat kasir tidak diterbitkan oleh kunci akar",
  CERT_SIGNATURE: "tanda tangan sertifikat kasir tidak sah",
  CERT_REPEATED: "dua sertifikat kasir berlaku sejak catatan yang sama",
  CERT_CONFLICT: "sertifikat bertentangan: kode atau kunci kasir dipakai dua kali atau berubah",
  CERT_MISSING: "tidak ada sertifikat untuk catatan ini",
  LINE_MALFORMED: "baris tidak berbentuk catatan atau kepala jurnal",
  TILL_ORDER: "baris kasir ini tidak berurutan di dalam berkas",
  SEQ_GAP: "ada catatan yang hilang sebelum catatan ini",
  SEQ_REPEATED: "nomor urut catatan berulang",
  SEQ_ORDER: "catatan tidak pada urutannya",
  PREV_HASH: "catatan tidak menyambung ke catatan sebelumnya",
  HASH: "isi catatan tidak sesuai dengan hash-nya",
  BODY_MALFORMED: "isi catatan tidak berbentuk semestinya",
  KIND_UNKNOWN: "jenis catatan tidak dikenal pada versi ini",
  ENVELOPE: "waktu atau jenis pada sampul berbeda dari isi catatan",
  AT_FALLS: "waktu mundur tanpa catatan jam",
  SIGNATURE: "tanda tangan catatan tidak sah",
  SIGNATURE_MISSING: "catatan tanpa tanda tangan dan tidak dijamin kemudian",
  SIGNER_RANGE: "rentang yang dijamin tidak sama dengan catatan tanpa tanda tangan",
  KEY_CHANGE: "pergantian kunci kasir tidak ditandatangani oleh kedua kuncinya",
  KEY_CERTIFICATE: "sertifikat kunci baru tidak dimulai tepat sesudah pergantian ke kunci itu",
  RECEIPT_SIGNATURE: "tanda tangan struk tidak sah",
  RECEIPT_SIGNATURE_MISSING: "struk tidak bertanda tangan",
  PRIVATE: "data pribadi tidak sesuai dengan sidik di dalam catatan",
  LINE_SUM: "hitungan baris barang salah",
  SPREAD: "pembagian potongan ke baris barang salah",
  TOTAL: "total bukan jumlah baris barang",
  COUNTED: "jumlah yang diperhitungkan salah",
  CHANGE: "pembayaran dan kembalian tidak cocok dengan total",
  PERIOD: "bulan bukan bulan WIB dari waktu transaksi",
  NUMBER: "nomor struk bukan milik kasir atau tanggal ini",
  NUMBER_GAP: "ada nomor struk yang terlewat",
  NUMBER_REPEATED: "nomor struk berulang atau mundur",
  TURNOVER: "omzet berjalan tidak sesuai",
  REVERSALS: "jumlah pembatalan berjalan tidak sesuai",
  PRICE: "harga yang disetujui bukan harga pada penjualannya",
  CLOSED: "ada catatan sesudah kasir ditutup, atau kasir ditutup selagi kas terbuka",
  TRAINING: "penjualan latihan di luar masa latihan, atau sebaliknya, atau terhitung",
  MONTH_MISSING: "bulan baru dimulai tanpa catatan pembuka bulan",
  MONTH_PERIOD: "pembuka bulan bukan untuk bulan WIB dari waktunya",
  MONTH_REPEATED: "bulan yang sudah dibuka, dibuka lagi",
  MONTH_SHIFT: "pembuka bulan menyela kas yang sedang dibuka",
  MONTH_SKIPPED: "bulan yang disebut tanpa catatan tidak sesuai dengan jurnal",
  Z_NUMBER: "nomor laporan Z tidak berurutan",
  SHIFT_CASH: "hitungan laci pada penutupan kas tidak cocok",
  SHIFT_SUM: "laporan penutupan kas berbeda dari catatan selama kas dibuka",
  SHIFT_SEAL: "segel daftar struk pada penutupan kas tidak cocok",
  REVERSAL_SUM: "hitungan pembatalan atau retur salah",
  REVERSAL_REFERENCE: "pembatalan atau retur menunjuk penjualan yang tidak ada",
  REVERSAL_OVER: "yang dikembalikan tidak sama dengan, atau melebihi, penjualannya",
  RESUMED: "awal kelanjutan jurnal tidak berbentuk semestinya, atau bukan catatan pertama",
  RESUMED_REFERENCE: "melanjutkan kasir yang tidak ada di dalam berkas",
  RESUMED_BEYOND: "jurnal lama terpotong: dilanjutkan dari catatan sesudah akhirnya",
  RESUMED_HASH: "melanjutkan cabang lain: catatan lama itu berbeda di dalam berkas",
  RESUMED_SUM: "omzet atau pembatalan yang dilanjutkan berbeda dari jurnal lama",
  RESUMED_CERT: "kunci kasir lama tidak menjamin kasir yang melanjutkannya",
  RESUMED_TWICE: "satu jurnal lama dilanjutkan oleh lebih dari satu kasir",
  HEAD_KEY: "kepala jurnal ditandatangani kunci pusat yang tidak dikenal",
  HEAD_SIGNATURE: "tanda tangan pusat pada kepala jurnal tidak sah",
  HEAD_HASH: "kepala jurnal yang ditandatangani pusat berbeda dari catatan",
  HEAD_BEYOND: "jurnal terpotong: pusat telah menandatangani catatan sesudahnya",
});

/** @typedef {keyof typeof FAULTS} FaultCode */
/** @typedef {{ till: string | null, seq: number | null, code: FaultCode, line: number | null, detail: string }} Fault */

/** So many are kept and shown; all are counted. */
export const KEPT_FAULTS = 1_000;

/** Collects faults in the order they are found. */
export function faultList() {
  /** @type {Fault[]} */
  const kept = [];
  let count = 0;
  return {
    kept,
    /**
     * @param {FaultCode} code
     * @param {{ till?: string | null, seq?: number | null, line?: number | null, detail?: string }} where
     */
    add(code, where) {
      count += 1;
      if (kept.length >= KEPT_FAULTS) return;
      const { till = null, seq = null, line = null, detail = "" } = where;
      kept.push({ till, seq, code, line, detail });
    },
    get count() {
      return count;
    },
  };
}

/** @typedef {ReturnType<typeof faultList>} FaultList */

/** The file cannot be judged at all. */
export class Unreadable extends Error {}
