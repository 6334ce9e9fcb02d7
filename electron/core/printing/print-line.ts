/** Characters across the paper: 58 mm, some 80 mm clones, 80 mm. */
export type Columns = 32 | 42 | 48;

/** One thing on the paper. A `LARGE` character is two columns wide, `TALL` and `LARGE` two lines high. */
export type PrintLine =
  | {
      readonly kind: "TEXT";
      readonly text: string;
      readonly size: "NORMAL" | "TALL" | "LARGE";
      readonly bold: boolean;
    }
  | { readonly kind: "QR"; readonly data: string }
  /** Between two pieces of one job: cut there, or a line to cut along. */
  | { readonly kind: "CUT" }
  /** Room between two lines, for what the eye or a scanner needs. */
  | { readonly kind: "GAP"; readonly dots: number };

export function plain(texts: readonly string[]): PrintLine[] {
  return texts.map((text) => ({ kind: "TEXT", text, size: "NORMAL", bold: false }));
}

export function bold(texts: readonly string[]): PrintLine[] {
  return texts.map((text) => ({ kind: "TEXT", text, size: "NORMAL", bold: true }));
}

export function tall(texts: readonly string[]): PrintLine[] {
  return texts.map((text) => ({ kind: "TEXT", text, size: "TALL", bold: true }));
}

/** A QR code's quiet zone of four modules, and a little air beside tall letters. */
export const QUIET: PrintLine = { kind: "GAP", dots: 16 };
export const AIR: PrintLine = { kind: "GAP", dots: 8 };

export function rule(columns: Columns): PrintLine {
  return { kind: "TEXT", text: "-".repeat(columns), size: "NORMAL", bold: false };
}
