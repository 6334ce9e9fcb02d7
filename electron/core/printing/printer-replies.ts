import type { ErrorCode } from "../../../shared/contract/errors.ts";

/*
 * What an ESC/POS printer sends back on the wire, told apart byte by byte.
 * Source: Epson ESC/POS command reference, DLE EOT and GS ( H <Function 48>.
 */

const DLE = 0x10;
const EOT = 0x04;
const CONFIRM_HEADER = 0x37;
const CONFIRM_KIND = 0x22;
const CONFIRM_LENGTH = 7;

const COVER_OPEN = 0x04;
const STOPPED_BY_PAPER = 0x20;
const OWN_FAULT = 0x40;
const PAPER_END = 0x60;

/** DLE EOT 2: why the printer is offline. Answered at once, whatever is still buffered. */
export const ASK_OFFLINE_CAUSE: readonly number[] = [DLE, EOT, 2];
/** DLE EOT 4: the paper sensor. */
export const ASK_PAPER: readonly number[] = [DLE, EOT, 4];

/** GS ( H function 48: the printer repeats `id` once everything before it has been printed. */
export function askConfirmation(id: readonly number[]): readonly number[] {
  return [0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...id];
}

/** One answer of the printer: a status byte, or the four bytes of a finished job. */
export type PrinterReply =
  | { readonly kind: "STATUS"; readonly byte: number }
  | { readonly kind: "PRINTED"; readonly id: readonly number[] };

/** Cuts complete replies off the front of `pending`; unknown bytes are dropped. */
export function takeReplies(pending: readonly number[]): {
  readonly replies: readonly PrinterReply[];
  readonly rest: readonly number[];
} {
  const replies: PrinterReply[] = [];
  let at = 0;
  while (at < pending.length) {
    const byte = pending[at] ?? 0;
    const inFrame = byte === CONFIRM_HEADER && (pending[at + 1] ?? CONFIRM_KIND) === CONFIRM_KIND;
    if (inFrame) {
      if (pending.length - at < CONFIRM_LENGTH) break;
      replies.push({ kind: "PRINTED", id: pending.slice(at + 2, at + 6) });
      at += CONFIRM_LENGTH;
      continue;
    }
    if ((byte & 0x93) === 0x12) replies.push({ kind: "STATUS", byte });
    at += 1;
  }
  return { replies, rest: pending.slice(at) };
}

/** What the answers to DLE EOT 2 and 4 forbid, or null when the printer can print. */
export function statusProblem(offlineCause: number, paper: number): ErrorCode | null {
  if ((offlineCause & COVER_OPEN) !== 0) return "PRINTER_COVER_OPEN";
  if ((offlineCause & STOPPED_BY_PAPER) !== 0 || paperProblem(paper) !== null) {
    return "PRINTER_PAPER_OUT";
  }
  return (offlineCause & OWN_FAULT) === 0 ? null : "PRINTER_ERROR";
}

/** What the answer to DLE EOT 4 alone says. */
export function paperProblem(paper: number): ErrorCode | null {
  return (paper & PAPER_END) === 0 ? null : "PRINTER_PAPER_OUT";
}
