import { readFileSync } from "node:fs";

/** Rows of a glyph, top to bottom; the highest of `width` bits is the leftmost dot. */
export type Glyph = readonly number[];
export type BitmapFont = {
  readonly width: number;
  readonly height: number;
  readonly glyph: (character: string) => Glyph;
};

/** Reads a character-cell font in BDF. Spleen 12x24 has the cell of a receipt printer's font A. */
export function readFont(bdf: string): BitmapFont {
  const box = /^FONTBOUNDINGBOX (\d+) (\d+)/m.exec(bdf);
  const width = Number(box?.[1]);
  const height = Number(box?.[2]);
  const glyphs = new Map<number, Glyph>();
  for (const block of bdf.split("STARTCHAR ").slice(1)) {
    const encoding = Number(/^ENCODING (\d+)/m.exec(block)?.[1]);
    const rows = /BITMAP\n([\s\S]*?)ENDCHAR/.exec(block)?.[1]?.trim().split("\n") ?? [];
    const spare = Math.ceil(width / 8) * 8 - width;
    glyphs.set(
      encoding,
      rows.map((row) => Number.parseInt(row, 16) >> spare),
    );
  }
  const unknown = glyphs.get(63) ?? [];
  return { width, height, glyph: (one) => glyphs.get(one.codePointAt(0) ?? 63) ?? unknown };
}

export function spleen12x24(): BitmapFont {
  return readFont(readFileSync(new URL("./spleen-12x24-ascii.bdf", import.meta.url), "latin1"));
}
