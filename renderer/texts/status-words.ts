import type { CashierState, PrinterView, SyncView } from "../../shared/contract/till-state.ts";
import { dateOf, formatWibDateTime, formatWibTime } from "../../shared/domain/period.ts";
import { errorWords } from "./error-words.ts";

/** A state in words; `tone` only underlines what the words already say. */
export type StatusWords = { readonly text: string; readonly tone: "good" | "busy" | "warn" };

/** The till's talk with the centre: what is unsent and since when. */
export function syncWords(sync: SyncView, nowMs: number): StatusWords {
  const aside = sync.quarantined === 0 ? "" : `, ${sync.quarantined} menunggu pemeriksaan`;
  const waiting = `${sync.unsent} catatan menunggu`;
  switch (sync.state) {
    case "ONLINE":
      return sync.unsent === 0
        ? { text: `Tersambung${aside}`, tone: aside === "" ? "good" : "warn" }
        : { text: `Tersambung: ${waiting}${aside}`, tone: "busy" };
    case "SENDING":
      return { text: `Mengirim ${sync.unsent} catatan${aside}`, tone: "busy" };
    case "OFFLINE":
      return sync.unsent === 0
        ? { text: `Luring: semua sudah terkirim${aside}`, tone: "warn" }
        : { text: `Luring: ${waiting}${since(sync.unsentSince, nowMs)}${aside}`, tone: "warn" };
    case "STOPPED":
      return { text: `Pengiriman dihentikan: ${waiting}`, tone: "warn" };
    case "NOT_ENROLLED":
      return { text: "Belum terdaftar di pusat", tone: "warn" };
  }
}

/** Why the centre is not reached, for the tooltip and the status dialog; null while all is well. */
export function syncReason(sync: SyncView): string | null {
  if (sync.failureCode === null || sync.state === "ONLINE") return null;
  const { what, todo } = errorWords(sync.failureCode);
  return `${what} ${todo}`;
}

/** The printer, and what becomes of receipts meanwhile. */
export function printerWords(printer: Omit<PrinterView, "printers">): StatusWords {
  const kept = printer.waiting === 0 ? "struk disimpan" : `${printer.waiting} struk disimpan`;
  switch (printer.state) {
    case "READY":
      return printer.failed === 0
        ? { text: "Printer siap", tone: "good" }
        : { text: `Printer siap: ${printer.failed} struk gagal, periksa kertasnya`, tone: "warn" };
    case "BUSY":
      return { text: "Printer sedang mencetak", tone: "busy" };
    case "UNREACHABLE":
      return { text: `Printer tidak tersambung: ${kept}`, tone: "warn" };
    case "PAPER_OUT":
      return { text: `Printer kehabisan kertas: ${kept}`, tone: "warn" };
    case "COVER_OPEN":
      return { text: `Tutup printer terbuka: ${kept}`, tone: "warn" };
    case "NOT_SET":
      return { text: "Printer belum diatur", tone: "warn" };
  }
}

/** Whose time the clock shows; null while it is the centre's. */
export function clockWords(clock: CashierState["clock"]): string | null {
  switch (clock.state) {
    case "CENTRE":
      return null;
    case "WALL":
      return "jam komputer";
    case "DOUBTFUL":
      return "jam diragukan";
  }
}

function since(sinceMs: number | null, nowMs: number): string {
  if (sinceMs === null) return "";
  const today = dateOf(sinceMs) === dateOf(nowMs);
  return ` sejak ${today ? formatWibTime(sinceMs) : formatWibDateTime(sinceMs)}`;
}
