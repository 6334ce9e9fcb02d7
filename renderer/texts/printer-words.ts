import type { PrinterTransport, PrintJobView } from "../../shared/contract/printers.ts";
import type { PrinterView } from "../../shared/contract/till-state.ts";
import { errorWords } from "./error-words.ts";

/** The words of the printer screens. */
export const printerText = {
  title: "Printer",
  none: "Belum ada printer. Isi cara sambungnya, lalu cetak uji.",
  add: "Tambah printer",
  change: "Ubah",
  remove: "Hapus printer",
  test: "Cetak uji",
  save: "Simpan printer",
  cancel: "Batal",
  formName: "Pengaturan printer",
  name: "Nama printer",
  usualName: "Printer struk",
  way: "Cara sambung",
  host: "Alamat",
  port: "Port",
  devicePath: "Berkas perangkat",
  sharePath: "Nama bersama Windows",
  queue: "Nama antrean Windows",
  serialPath: "Port serial",
  baud: "Kecepatan (baud)",
  width: "Lebar kertas",
  cutter: "Pemotong kertas",
  main: "Printer utama",
  mainMark: "utama",
  drawer: "Laci uang",
  drawerPin: "Kaki laci",
  drawerOn: "Denyut nyala (md)",
  drawerOff: "Denyut jeda (md)",
  saved: { what: "Printer disimpan.", todo: "Cetak uji untuk memastikan." },
  removed: { what: "Printer dihapus.", todo: "Cetakan yang menunggu pindah ke printer utama." },
  testPrinted: {
    what: "Halaman uji tercetak.",
    todo: "Printer ini memberi kabar bila kertas sudah tercetak.",
  },
  testSent: {
    what: "Halaman uji dikirim.",
    todo: "Printer ini tidak memberi kabar: lihat apakah kertasnya keluar utuh.",
  },
  ruler: "Di kertas uji, garis berangka mana yang terpanjang dan masih utuh dalam satu baris?",
  rulerKept: "Lebar kertas disimpan.",
  rulerLater: "Nanti saja",
  confirms: "memberi kabar tercetak",
  status: "memberi kabar kertas habis",
  silent: "tidak memberi kabar",
  jobsTitle: "Cetakan tertunda",
  jobsAll: "Cetak lagi yang tertunda",
  jobPrint: "Cetak sekarang",
  jobOn: "Cetak di",
  jobSkip: "Lewati",
  jobSkipped: {
    what: "Cetakan dilewati.",
    todo: "Salinan masih dapat dicetak dari riwayat struk.",
  },
} as const;

export const widthWords = {
  32: "58 mm, 32 huruf",
  42: "80 mm, 42 huruf",
  48: "80 mm, 48 huruf",
} as const;

export const transportWords: Readonly<Record<PrinterTransport["kind"], string>> = {
  TCP: "Jaringan (kabel LAN atau Wi-Fi)",
  SPOOLER: "Antrean printer Windows",
  SHARE: "Printer bersama Windows",
  SERIAL: "Port serial",
  DEVICE: "USB di Linux",
};

const stateWords: Readonly<Record<PrinterView["state"], string>> = {
  READY: "Siap",
  BUSY: "Sedang mencetak",
  UNREACHABLE: "Tidak tersambung",
  PAPER_OUT: "Kehabisan kertas",
  COVER_OPEN: "Tutup terbuka",
  NOT_SET: "Belum diatur",
};

export function printerStateWords(state: PrinterView["state"]): string {
  return stateWords[state];
}

/** Where a printer is, short enough for one line. */
export function addressWords(at: PrinterTransport): string {
  switch (at.kind) {
    case "TCP":
      return `${at.host}:${at.port}`;
    case "SPOOLER":
      return at.queue;
    case "SERIAL":
      return `${at.path}, ${at.baud} baud`;
    case "SHARE":
    case "DEVICE":
      return at.path;
  }
}

const documentWords: Readonly<Record<string, string>> = {
  SALE: "Struk",
  RETURN: "Struk retur",
  VOID: "Bukti batal",
  SHIFT_X: "Laporan X",
  SHIFT_Z: "Laporan Z",
  CASH: "Bukti kas",
  LABEL: "Label",
};

/** A waiting document by what a person knows it as. */
export function jobWords({ kind, number, copy }: Pick<PrintJobView, "kind" | "number" | "copy">) {
  const name = [documentWords[kind] ?? "Cetakan", number ?? ""].join(" ").trim();
  return copy === 0 ? name : `${name}, salinan ${copy}`;
}

/** Why it is still there. */
export function jobReason({ outcome, errorCode }: Pick<PrintJobView, "outcome" | "errorCode">) {
  const why = errorCode === null ? "" : ` ${errorWords(errorCode).what}`;
  return outcome === "FAILED"
    ? `Gagal.${why} Bila dicetak lagi, keluar sebagai salinan.`
    : `Menunggu.${why}`;
}
