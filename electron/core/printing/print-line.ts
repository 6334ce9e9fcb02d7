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
  | { readonly kind: "QR"; readonly data: string };

export function plain(texts: readonly string[]): PrintLine[] {
  return texts.map((text) => ({ kind: "TEXT", text, size: "NORMAL", bold: false }));
}

export function bold(texts: readonly string[]): PrintLine[] {
  return texts.map((text) => ({ kind: "TEXT", text, size: "NORMAL", bold: true }));
}

export function tall(texts: readonly string[]): PrintLine[] {
  return texts.map((text) => ({ kind: "TEXT", text, size: "TALL", bold: true }));
}

export const BLANK: PrintLine = { kind: "TEXT", text: "", size: "NORMAL", bold: false };

export function rule(columns: Columns): PrintLine {
  return { kind: "TEXT", text: "-".repeat(columns), size: "NORMAL", bold: false };
}
