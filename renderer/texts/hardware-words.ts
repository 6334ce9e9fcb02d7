import type { HardwareDevice, HardwareVerdict } from "../../shared/contract/hardware.ts";
import type { Scan } from "../../shared/domain/scan.ts";
import { said } from "./language.ts";

/** The words of the hardware check. */
export const hardwareText = {
  open: "Periksa perangkat",
  title: "Periksa perangkat",
  intro: "Coba satu per satu. Hasilnya dapat disimpan dan dikirim ke petugas bantuan.",
  devices: "Perangkat",
  save: "Simpan laporan",
  saved: "Laporan disimpan. Kirim berkas ini ke petugas bantuan:",
  again: "Periksa lagi",
  measuring: "Sedang diukur",
  yes: "Ya",
  no: "Tidak",
  printer: {
    none: "Belum ada printer. Atur dahulu di Keadaan kasir.",
    what: "Cetak satu halaman uji, lalu lihat apakah kertasnya keluar utuh.",
    test: "Cetak uji",
    came: "Apakah halaman uji keluar utuh?",
    confirmed: "Printer memberi kabar bahwa halaman uji tercetak.",
    failed: "Halaman uji tidak tercetak.",
  },
  drawer: {
    what: "Laci dibuka lewat printer, setelah disetujui penyelia. Pembukaannya tercatat.",
    open: "Buka laci",
    did: "Apakah laci terbuka?",
  },
  scanner: {
    what: "Pindai kode barang atau kartu apa pun. Isinya tidak disimpan.",
    waiting: "Menunggu pindaian",
    unread: "Ada ketukan, tetapi bukan kode yang dikenali. Pindai lagi.",
    facts: {
      kind: "Dikenali sebagai",
      characters: "Jumlah huruf",
      meanGap: "Jeda rata-rata",
      maxGap: "Jeda terpanjang",
      suffix: "Penutup",
      caps: "Caps Lock",
      aim: "Awalan AIM",
    },
    none: "tidak ada",
    on: "menyala",
    off: "mati",
    slow: "Pemindai ini lambat, tetapi dapat dipakai.",
    noSuffix: "Setel pemindai agar menutup kode dengan Enter.",
    capsOn: "Matikan Caps Lock. Kartu tetap terbaca, tetapi kode barang dapat keliru.",
  },
  camera: {
    what: "Arahkan kartu ASN ke kamera sejauh biasanya dipegang pembeli.",
    start: "Nyalakan kamera",
    stop: "Matikan kamera",
    picture: "Gambar kamera",
    facts: {
      device: "Kamera",
      devices: "Jumlah kamera",
      frame: "Ukuran gambar",
      module: "Titik per kotak kode",
    },
    notCard: "Kode terbaca. Untuk mengukur ketajaman, pakai kartu ASN.",
    near: "Kurang tajam: dekatkan kartu, atau pakai kamera yang lebih tajam.",
  },
  display: {
    what: "Layar pembeli berpindah ke layar yang dipilih, dan kembali sendiri bila kabelnya dicabut.",
    one: "Hanya ada satu layar. Sambungkan layar kedua untuk pembeli.",
    screen: "Layar",
    cashier: "layar kasir",
    here: "layar pembeli",
    use: "Pakai untuk pembeli",
  },
  disk: {
    facts: { free: "Ruang kosong", sync: "Waktu simpan" },
    full: "Ruang hampir habis. Minta petugas mengosongkan cakram.",
    slow: "Cakram lambat: pembayaran terasa lambat.",
  },
  clock: {
    facts: { whose: "Jam", offset: "Selisih dengan pusat" },
    centre: "mengikuti pusat",
    wall: "jam komputer, belum dibandingkan dengan pusat",
    doubtful: "diragukan",
    wrong: "Jam komputer salah. Betulkan tanggal dan jamnya.",
  },
  centre: {
    facts: { trip: "Waktu tempuh" },
    unreached: "Pusat tidak terjangkau. Penjualan tetap jalan dan dikirim nanti.",
  },
} as const;

export const deviceWords: Readonly<Record<HardwareDevice, string>> = {
  PRINTER: "Printer",
  DRAWER: "Laci uang",
  SCANNER: "Pemindai",
  CAMERA: "Kamera",
  DISPLAY: "Layar pembeli",
  DISK: "Cakram",
  CLOCK: "Jam",
  CENTRE: "Pusat",
};

export const verdictWords: Readonly<Record<HardwareVerdict, string>> = {
  GOOD: "Baik",
  DOUBT: "Perlu dilihat",
  BAD: "Bermasalah",
  UNTRIED: "Belum dicoba",
};

/** What a scanned code was taken for. */
export const scanKindWords: Readonly<Record<Scan["kind"], string>> = {
  CARD: "kartu ASN",
  get STAFF_CARD() {
    return said("kartu petugas", "staff card");
  },
  NIP: "NIP",
  PRODUCT_CODE: "kode barang",
  REFUSED: "kode yang tidak dipakai kasir",
};
