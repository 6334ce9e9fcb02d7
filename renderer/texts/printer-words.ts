import type { PrinterTransport, PrintJobView } from "../../shared/contract/printers.ts";
import type { PrinterView } from "../../shared/contract/till-state.ts";
import { errorWords } from "./error-words.ts";
import { inLanguages, said } from "./language.ts";

/** The words of the printer screens. */
export const printerText = inLanguages(
  {
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
    jobAgain: "Cetak lagi",
    jobSkip: "Lewati",
    jobCameOut: "Sudah keluar",
    jobSkipped: {
      what: "Cetakan dilewati.",
      todo: "Salinan masih dapat dicetak dari riwayat struk.",
    },
  },
  {
    title: "Printers",
    none: "There is no printer yet. Say how it is connected, then print a test.",
    add: "Add printer",
    change: "Change",
    remove: "Remove printer",
    test: "Print a test",
    save: "Save printer",
    cancel: "Cancel",
    formName: "Printer settings",
    name: "Printer name",
    usualName: "Receipt printer",
    way: "Connection",
    host: "Address",
    port: "Port",
    devicePath: "Device file",
    sharePath: "Windows share name",
    queue: "Windows queue name",
    serialPath: "Serial port",
    baud: "Speed (baud)",
    width: "Paper width",
    cutter: "Paper cutter",
    main: "Main printer",
    mainMark: "main",
    drawer: "Cash drawer",
    drawerPin: "Drawer pin",
    drawerOn: "Pulse on (ms)",
    drawerOff: "Pulse off (ms)",
    saved: { what: "The printer is saved.", todo: "Print a test to make sure." },
    removed: {
      what: "The printer is removed.",
      todo: "What waited for it moves to the main printer.",
    },
    testPrinted: {
      what: "The test page is printed.",
      todo: "This printer confirms when paper was printed.",
    },
    testSent: {
      what: "The test page was sent.",
      todo: "This printer confirms nothing: look whether the paper came out whole.",
    },
    ruler: "On the test page, which numbered line is the longest that is still whole on one row?",
    rulerKept: "The paper width is saved.",
    rulerLater: "Later",
    confirms: "confirms what it printed",
    status: "tells when paper runs out",
    silent: "confirms nothing",
    jobsTitle: "Waiting print jobs",
    jobsAll: "Print all that wait",
    jobPrint: "Print now",
    jobOn: "Print on",
    jobAgain: "Print again",
    jobSkip: "Skip",
    jobCameOut: "It came out",
    jobSkipped: {
      what: "The job was skipped.",
      todo: "A copy can still be printed from the sales history.",
    },
  },
);

export const widthWords = inLanguages(
  {
    32: "58 mm, 32 huruf",
    42: "80 mm, 42 huruf",
    48: "80 mm, 48 huruf",
  },
  {
    32: "58 mm, 32 characters",
    42: "80 mm, 42 characters",
    48: "80 mm, 48 characters",
  },
);

export const transportWords: Readonly<Record<PrinterTransport["kind"], string>> = inLanguages(
  {
    TCP: "Jaringan (kabel LAN atau Wi-Fi)",
    SPOOLER: "Antrean printer Windows",
    SHARE: "Printer bersama Windows",
    SERIAL: "Port serial",
    DEVICE: "USB di Linux",
  },
  {
    TCP: "Network (LAN cable or Wi-Fi)",
    SPOOLER: "Windows printer queue",
    SHARE: "Printer shared by Windows",
    SERIAL: "Serial port",
    DEVICE: "USB on Linux",
  },
);

const stateWords: Readonly<Record<PrinterView["state"], string>> = inLanguages(
  {
    READY: "Siap",
    BUSY: "Sedang mencetak",
    UNREACHABLE: "Tidak tersambung",
    PAPER_OUT: "Kehabisan kertas",
    COVER_OPEN: "Tutup terbuka",
    NOT_SET: "Belum diatur",
  },
  {
    READY: "Ready",
    BUSY: "Printing",
    UNREACHABLE: "Not connected",
    PAPER_OUT: "Out of paper",
    COVER_OPEN: "Cover open",
    NOT_SET: "Not set up",
  },
);

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

const documentWords: Readonly<Record<string, string>> = inLanguages(
  {
    SALE: "Struk",
    RETURN: "Struk retur",
    VOID: "Bukti batal",
    SHIFT_X: "Laporan X",
    SHIFT_Z: "Laporan Z",
    CASH: "Bukti kas",
    LABEL: "Label",
  },
  {
    SALE: "Receipt",
    RETURN: "Return slip",
    VOID: "Void slip",
    SHIFT_X: "X report",
    SHIFT_Z: "Z report",
    CASH: "Cash slip",
    LABEL: "Label",
  },
);

/** A waiting document by what a person knows it as. */
export function jobWords({ kind, number, copy }: Pick<PrintJobView, "kind" | "number" | "copy">) {
  const name = [documentWords[kind] ?? said("Cetakan", "Print job"), number ?? ""].join(" ").trim();
  return copy === 0 ? name : said(`${name}, salinan ${copy}`, `${name}, copy ${copy}`);
}

/** Why it is still there. */
export function jobReason({ outcome, errorCode }: Pick<PrintJobView, "outcome" | "errorCode">) {
  const why = errorCode === null ? "" : ` ${errorWords(errorCode).what}`;
  return outcome === "FAILED"
    ? said(
        `Tidak pasti.${why} Lihat kertasnya. Bila dicetak lagi, keluar sebagai salinan.`,
        `Not sure.${why} Look at the paper. Printed again, it comes out as a copy.`,
      )
    : said(`Menunggu.${why}`, `Waiting.${why}`);
}

/** The two ways on: what may be on paper is printed again, or it came out. */
export function jobChoices({ outcome }: Pick<PrintJobView, "outcome">): {
  readonly print: string;
  readonly done: string;
} {
  const { jobPrint, jobAgain, jobSkip, jobCameOut } = printerText;
  return outcome === "FAILED"
    ? { print: jobAgain, done: jobCameOut }
    : { print: jobPrint, done: jobSkip };
}
