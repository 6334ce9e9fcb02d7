/** What a person can look at before deciding; a code of a later version has the general advice. */
export function faultAdvice(code: string): string {
  return ADVICE[code] ?? "Cocokkan dengan struk dan keterangan galeri sebelum memutuskan.";
}

const ADVICE: Readonly<Record<string, string>> = {
  ENTRY_KIND_UNKNOWN:
    "Mesin kasir memakai versi yang lebih baru. Perbarui pusat dahulu; setelah itu periksa lagi.",
  ENTRY_MALFORMED: "Catatan ini tidak dapat dibaca, jadi hanya dapat dikembalikan ke galeri.",
  ENTRY_SIGNATURE:
    "Pastikan kepada galeri bahwa catatan ini benar dari mesinnya. Bila tidak, kembalikan.",
  ENTRY_RECEIPT_SIGNATURE: "Minta galeri menunjukkan struknya, lalu cocokkan nomor dan jumlahnya.",
  ENTRY_PRIVATE: "Isi penjualannya tidak terpengaruh. Cocokkan pembeli dengan keterangan galeri.",
  ENTRY_SUMS: "Cocokkan dengan struk. Bila angkanya salah, pilih Koreksi dan isi yang benar.",
  ENTRY_NUMBER: "Pastikan tidak ada struk lain bernomor sama, dan tidak ada struk yang hilang.",
  ENTRY_TURNOVER: "Bandingkan dengan laporan Z galeri hari itu sebelum menerima.",
  ENTRY_CLOCK: "Bila bulannya salah, pilih Koreksi dan tetapkan bulan yang benar.",
  ENTRY_TRAINING:
    "Tanyakan kepada galeri apakah barang dan uangnya sungguh berpindah. Bila hanya latihan, kembalikan.",
  ENTRY_SHIFT: "Bandingkan laporan Z di kertas dengan penjualan hari itu.",
  ENTRY_REFERENCE:
    "Periksa penjualan atau barang yang ditunjuk. Bila tidak ada di pusat, kembalikan.",
  ENTRY_LATE:
    "Cocokkan dengan laporan Z galeri. Bila diterima, laporan bulan itu mendapat versi baru dan selisihnya terlihat.",
  ENTRY_KEY_CHANGE:
    "Kunci barunya tidak diakui, juga untuk catatan sesudahnya. Tanyakan kepada galeri, lalu cabut mesin ini dan daftarkan lagi.",
  TILL_CLOSED:
    "Mesin ini sudah ditutup, tetapi masih mengirim catatan. Tanyakan kepada galeri siapa yang memakainya.",
  TILL_REVOKED:
    "Mesin ini sudah dicabut. Terima satu per satu di sini, atau sampai catatan tertentu dari halaman Mesin kasir.",
};
