import type { HardwareDevice, HardwareVerdict } from "../../shared/contract/hardware.ts";
import type { Scan } from "../../shared/domain/scan.ts";
import { inLanguages, said } from "./language.ts";

/** The words of the hardware check. */
export const hardwareText = inLanguages(
  {
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
  },
  {
    open: "Check the hardware",
    title: "Hardware check",
    intro: "Try one at a time. The result can be saved and sent to whoever helps.",
    devices: "Devices",
    save: "Save the report",
    saved: "The report is saved. Send this file to whoever helps:",
    again: "Check again",
    measuring: "Measuring",
    yes: "Yes",
    no: "No",
    printer: {
      none: "There is no printer yet. Set one up in Till status first.",
      what: "Print a test page, then see whether the paper comes out whole.",
      test: "Print a test",
      came: "Did the test page come out whole?",
      confirmed: "The printer confirmed that the test page was printed.",
      failed: "The test page was not printed.",
    },
    drawer: {
      what: "The printer opens the drawer, once a supervisor approved. Each opening is recorded.",
      open: "Open the drawer",
      did: "Did the drawer open?",
    },
    scanner: {
      what: "Scan any product code or card. What it says is not kept.",
      waiting: "Waiting for a scan",
      unread: "Keys came, but no code the till knows. Scan again.",
      facts: {
        kind: "Taken for",
        characters: "Characters",
        meanGap: "Mean gap",
        maxGap: "Longest gap",
        suffix: "Suffix",
        caps: "Caps Lock",
        aim: "AIM prefix",
      },
      none: "none",
      on: "on",
      off: "off",
      slow: "This scanner is slow, but can be used.",
      noSuffix: "Set the scanner to end each code with Enter.",
      capsOn: "Turn Caps Lock off. Cards are still read, but product codes may go wrong.",
    },
    camera: {
      what: "Hold an ASN card to the camera as far away as a buyer would.",
      start: "Switch the camera on",
      stop: "Switch the camera off",
      picture: "Camera picture",
      facts: {
        device: "Camera",
        devices: "Cameras",
        frame: "Picture size",
        module: "Pixels a module of the code",
      },
      notCard: "The code was read. Use an ASN card to measure sharpness.",
      near: "Not sharp enough: bring the card closer, or use a sharper camera.",
    },
    display: {
      what: "The customer display moves to the chosen screen, and comes back by itself when that is unplugged.",
      one: "There is only one screen. Connect a second one for the customer.",
      screen: "Screen",
      cashier: "cashier's screen",
      here: "customer display",
      use: "Use for the customer",
    },
    disk: {
      facts: { free: "Free space", sync: "Time to store" },
      full: "Space is almost used up. Have the disk cleared.",
      slow: "The disk is slow: payments will feel slow.",
    },
    clock: {
      facts: { whose: "Clock", offset: "Off from the centre by" },
      centre: "follows the centre",
      wall: "computer time, not compared with the centre yet",
      doubtful: "in doubt",
      wrong: "The computer's clock is wrong. Set its date and time.",
    },
    centre: {
      facts: { trip: "Round trip" },
      unreached: "The centre cannot be reached. Selling goes on and is sent later.",
    },
  },
);

/** The code on the screen that a scanner is tried on. */
export const testCodeWords = inLanguages(
  {
    label: "Kode uji pemindai",
    hint: "Kode uji. Pemindai yang hanya membaca kode garis: pindai kode barang.",
    whole: "Kode uji terbaca utuh: pemindai dan papan ketiknya cocok.",
  },
  {
    label: "Scanner's test code",
    hint: "Test code. A scanner that reads bar codes only: scan a product's.",
    whole: "The test code came whole: the scanner and its keyboard layout fit.",
  },
);

export const deviceWords: Readonly<Record<HardwareDevice, string>> = inLanguages(
  {
    PRINTER: "Printer",
    DRAWER: "Laci uang",
    SCANNER: "Pemindai",
    CAMERA: "Kamera",
    DISPLAY: "Layar pembeli",
    DISK: "Cakram",
    CLOCK: "Jam",
    CENTRE: "Pusat",
  },
  {
    PRINTER: "Printer",
    DRAWER: "Cash drawer",
    SCANNER: "Scanner",
    CAMERA: "Camera",
    DISPLAY: "Customer display",
    DISK: "Disk",
    CLOCK: "Clock",
    CENTRE: "Centre",
  },
);

export const verdictWords: Readonly<Record<HardwareVerdict, string>> = inLanguages(
  {
    GOOD: "Baik",
    DOUBT: "Perlu dilihat",
    BAD: "Bermasalah",
    UNTRIED: "Belum dicoba",
  },
  {
    GOOD: "Good",
    DOUBT: "Needs a look",
    BAD: "Trouble",
    UNTRIED: "Not tried",
  },
);

/** What a scanned code was taken for. */
export const scanKindWords: Readonly<Record<Scan["kind"], string>> = inLanguages(
  {
    CARD: "kartu ASN",
    STAFF_CARD: "kartu petugas",
    NIP: "NIP",
    PRODUCT_CODE: "kode barang",
    REFUSED: "kode yang tidak dipakai kasir",
  },
  {
    CARD: "ASN card",
    STAFF_CARD: "staff card",
    NIP: "NIP",
    PRODUCT_CODE: "product code",
    REFUSED: "a code the till does not use",
  },
);

/** `7,5`, in English `7.5`. */
export function decimalWords(number: number): string {
  const rounded = String(Math.round(number * 10) / 10);
  return said(rounded.replace(".", ","), rounded);
}

export function millisecondsWords(ms: number): string {
  return said(`${decimalWords(ms)} md`, `${decimalWords(ms)} ms`);
}

export function secondsWords(seconds: number): string {
  return said(`${decimalWords(seconds)} detik`, `${decimalWords(seconds)} s`);
}
