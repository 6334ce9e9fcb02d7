import type { Columns } from "./print-line.ts";

/** Bytes a QR code of version 1, 2, … holds at error correction M. Source: ISO/IEC 18004, table 7. */
const BYTES_AT_M = [
  14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
  711, 779, 857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989,
  2099, 2213, 2331,
] as const;

const DOTS_PER_COLUMN = 12;
const QUIET_MODULES = 8;
/** Half a millimetre at 203 dpi: what a phone reads at once; larger only wastes paper. */
const LARGEST_MODULE = 4;

/** Dots across the paper. */
export function paperDots(columns: Columns): number {
  return columns * DOTS_PER_COLUMN;
}

/**
 * Dots a module of this text's QR code may have so that it fits the paper with its quiet zone.
 * Throws RangeError for a text too long for any paper.
 */
export function qrModuleDots(text: string, columns: Columns): number {
  const version = BYTES_AT_M.findIndex((bytes) => Buffer.byteLength(text, "utf8") <= bytes) + 1;
  const modules = 17 + 4 * version + QUIET_MODULES;
  const dots = Math.min(LARGEST_MODULE, Math.floor(paperDots(columns) / modules));
  if (version === 0 || dots < 2) throw new RangeError("too long for a QR code on this paper");
  return dots;
}
