import type { CashierState, PrinterView, SyncView } from "../../shared/contract/till-state.ts";
import { momentWords } from "./date-words.ts";
import { errorWords } from "./error-words.ts";
import { englishCount, inLanguages, said } from "./language.ts";

/** A state in words; `tone` only underlines what the words already say. */
export type StatusWords = { readonly text: string; readonly tone: "good" | "busy" | "warn" };

/** The dialog that says how the till stands. */
export const statusTexts = inLanguages(
  {
    title: "Keadaan kasir",
    centre: "Pusat",
    till: "Kasir",
    notEnrolled: "Belum terdaftar",
    link: "Hubungan",
    lastSent: "Terakhir terkirim",
    people: "Daftar ASN",
    peopleCount: (people: string) => `${people} orang`,
    goods: "Daftar barang",
    renewed: "Daftar diperbarui",
    key: "Kunci kasir",
    keyProtected: "Terlindungi",
    keyUnprotected: "Tidak terlindungi",
    callCentre: "Hubungi pusat sekarang",
    shiftSince: (time: string) => `, kas dibuka ${time}`,
    never: "Belum pernah",
  },
  {
    title: "Till status",
    centre: "Centre",
    till: "Till",
    notEnrolled: "Not enrolled",
    link: "Connection",
    lastSent: "Last sent",
    people: "List of ASN",
    peopleCount: (people) => `${people} people`,
    goods: "List of goods",
    renewed: "Lists renewed",
    key: "Till key",
    keyProtected: "Protected",
    keyUnprotected: "Not protected",
    callCentre: "Call the centre now",
    shiftSince: (time) => `, shift since ${time}`,
    never: "Never",
  },
);

/** The till's talk with the centre: what is unsent and since when. */
export function syncWords(sync: SyncView, nowMs: number): StatusWords {
  const { unsent, quarantined } = sync;
  const aside = quarantined === 0 ? "" : linkWords.aside(quarantined);
  switch (sync.state) {
    case "ONLINE":
      return unsent === 0
        ? { text: `${linkWords.online}${aside}`, tone: aside === "" ? "good" : "warn" }
        : { text: `${linkWords.online}: ${linkWords.waiting(unsent)}${aside}`, tone: "busy" };
    case "SENDING":
      return { text: `${linkWords.sending(unsent)}${aside}`, tone: "busy" };
    case "OFFLINE":
      return unsent === 0
        ? { text: `${linkWords.offline}: ${linkWords.allSent}${aside}`, tone: "warn" }
        : {
            text: `${linkWords.offline}: ${linkWords.waiting(unsent)}${since(sync.unsentSince, nowMs)}${aside}`,
            tone: "warn",
          };
    case "STOPPED": {
      const left = unsent === 0 ? linkWords.allSent : linkWords.waiting(unsent);
      return { text: `${stoppedBy(sync)}: ${left}${aside}`, tone: "warn" };
    }
    case "NOT_ENROLLED":
      return { text: linkWords.notEnrolled, tone: "warn" };
  }
}

const linkWords = inLanguages(
  {
    online: "Tersambung",
    offline: "Luring",
    allSent: "semua sudah terkirim",
    stopped: "Pengiriman dihentikan",
    revoked: "Kasir dicabut pusat",
    copy: "Data kasir salinan",
    notEnrolled: "Belum terdaftar di pusat",
    waiting: (entries: number) => `${entries} catatan menunggu`,
    sending: (entries: number) => `Mengirim ${entries} catatan`,
    aside: (entries: number) => `, ${entries} menunggu pemeriksaan`,
    since: (moment: string) => ` sejak ${moment}`,
  },
  {
    online: "Connected",
    offline: "Offline",
    allSent: "all is sent",
    stopped: "Sending stopped",
    revoked: "Till withdrawn",
    copy: "Till data is a copy",
    notEnrolled: "Not enrolled at the centre",
    waiting: (entries) => `${entries} unsent`,
    sending: (entries) => `Sending ${entries}`,
    aside: (entries) => `, ${entries} under review`,
    since: (moment) => ` since ${moment}`,
  },
);

/** Whether the till's file turned out to be a copy, which goes on as a new till. */
export function isCopy({ failureCode }: Pick<SyncView, "failureCode">): boolean {
  return failureCode === "FORK" || failureCode === "KEY_REPLACED";
}

/** What a person is needed for, in a few words; `syncReason` says what to do. */
function stoppedBy(sync: SyncView): string {
  if (sync.failureCode === "TILL_REVOKED") return linkWords.revoked;
  return isCopy(sync) ? linkWords.copy : linkWords.stopped;
}

/** Why the centre is not reached, for the tooltip and the status dialog; null while all is well. */
export function syncReason(sync: SyncView): string | null {
  if (sync.failureCode === null || sync.state === "ONLINE") return null;
  const { what, todo } = errorWords(sync.failureCode);
  return `${what} ${todo}`;
}

/** The printer, and what becomes of receipts meanwhile. */
export function printerWords(printer: Omit<PrinterView, "printers">): StatusWords {
  const { state, waiting, failed } = printer;
  const kept = waiting === 0 ? paperWords.kept : paperWords.keptSome(waiting);
  switch (state) {
    case "READY":
      return failed === 0
        ? { text: paperWords.ready, tone: "good" }
        : { text: `${paperWords.ready}: ${paperWords.failed(failed)}`, tone: "warn" };
    case "BUSY":
      return { text: paperWords.busy, tone: "busy" };
    case "UNREACHABLE":
      return { text: `${paperWords.unreachable}: ${kept}`, tone: "warn" };
    case "PAPER_OUT":
      return { text: `${paperWords.paperOut}: ${kept}`, tone: "warn" };
    case "COVER_OPEN":
      return { text: `${paperWords.coverOpen}: ${kept}`, tone: "warn" };
    case "NOT_SET":
      return { text: paperWords.notSet, tone: "warn" };
  }
}

const paperWords = inLanguages(
  {
    ready: "Printer siap",
    busy: "Printer sedang mencetak",
    unreachable: "Printer tidak tersambung",
    paperOut: "Printer kehabisan kertas",
    coverOpen: "Tutup printer terbuka",
    notSet: "Printer belum diatur",
    kept: "struk disimpan",
    keptSome: (receipts: number) => `${receipts} struk disimpan`,
    failed: (receipts: number) => `${receipts} struk tidak pasti, periksa kertasnya`,
  },
  {
    ready: "Printer ready",
    busy: "Printer is printing",
    unreachable: "Printer not connected",
    paperOut: "Printer out of paper",
    coverOpen: "Printer cover open",
    notSet: "Printer not set up",
    kept: "receipts are kept",
    keptSome: (receipts) => `${englishCount(receipts, "receipt")} kept`,
    failed: (receipts) => `${englishCount(receipts, "receipt")} not sure, look at the paper`,
  },
);

/** Whose time the clock shows; null while it is the centre's. */
export function clockWords(clock: CashierState["clock"]): string | null {
  switch (clock.state) {
    case "CENTRE":
      return null;
    case "WALL":
      return said("jam komputer", "computer time");
    case "DOUBTFUL":
      return said("jam diragukan", "time in doubt");
  }
}

function since(sinceMs: number | null, nowMs: number): string {
  return sinceMs === null ? "" : linkWords.since(momentWords(sinceMs, nowMs));
}
