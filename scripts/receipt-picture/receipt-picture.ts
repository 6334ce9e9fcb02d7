import encodeQr from "qr";
import {
  decodePaper,
  type PaperItem,
  type PaperRun,
} from "../../electron/core/printing/testing/decode-paper.ts";
import { Bitmap } from "./bitmap.ts";
import { type BitmapFont, spleen12x24 } from "./bitmap-font.ts";

/** A printer's default: 30 dots from line to line, more where a taller character stands. */
const LINE_DOTS = 30;
const MARGIN_DOTS = 32;
const CORRECTIONS = { L: "low", M: "medium", Q: "quartile", H: "high" } as const;

/**
 * What these bytes leave on paper, dot by dot, as a PNG. `dots` across: 384 for 58 mm, 576 for 80 mm.
 * The bytes are read by a decoder that shares no code with what wrote them.
 */
export function receiptPicture(bytes: Uint8Array, { dots }: { dots: number }): Uint8Array {
  const drawing = new Drawing(dots, spleen12x24());
  for (const item of decodePaper(bytes)) drawing.draw(item);
  return drawing.paper.png(MARGIN_DOTS);
}

type Line = Extract<PaperItem, { kind: "LINE" }>;
type Qr = Extract<PaperItem, { kind: "QR" }>;
type Cell = { readonly character: string; readonly run: PaperRun };

class Drawing {
  readonly paper: Bitmap;
  readonly #font: BitmapFont;
  #y = 0;

  constructor(dots: number, font: BitmapFont) {
    this.paper = new Bitmap(dots);
    this.#font = font;
  }

  draw(item: PaperItem): void {
    if (item.kind === "LINE") this.#line(item);
    else if (item.kind === "QR") this.#qr(item);
    else if (item.kind === "FEED") this.#y += item.lines * LINE_DOTS;
    else if (item.kind === "GAP") this.#y += item.dots;
    this.paper.extend(this.#y);
  }

  /** A line longer than the paper goes on below, as a printer does it. */
  #line(line: Line): void {
    const cells = line.runs.flatMap((run) =>
      [...run.text].map((character) => ({ character, run })),
    );
    do this.#row(this.#cutRow(cells), line.align);
    while (cells.length > 0);
  }

  /** Takes off the front what fits across the paper. */
  #cutRow(cells: Cell[]): Cell[] {
    let used = 0;
    const over = cells.findIndex(({ run }) => {
      used += this.#font.width * run.width;
      return used > this.paper.width;
    });
    return cells.splice(0, over < 1 ? cells.length : over);
  }

  #row(cells: readonly Cell[], align: Line["align"]): void {
    const tallest = Math.max(1, ...cells.map(({ run }) => run.height));
    const used = cells.reduce((sum, { run }) => sum + this.#font.width * run.width, 0);
    let x = align === "CENTRE" ? (this.paper.width - used) >> 1 : 0;
    for (const cell of cells) {
      this.#glyph(cell, x, this.#y + (tallest - cell.run.height) * this.#font.height);
      x += this.#font.width * cell.run.width;
    }
    this.#y += Math.max(LINE_DOTS, tallest * this.#font.height);
  }

  #glyph({ character, run }: Cell, left: number, top: number): void {
    const { width: cells, glyph } = this.#font;
    for (const [row, bits] of glyph(character).entries()) {
      for (let column = 0; column < cells; column += 1) {
        if ((bits & (1 << (cells - 1 - column))) === 0) continue;
        this.paper.fill({
          x: left + column * run.width,
          y: top + row * run.height,
          width: run.width + (run.bold ? 1 : 0),
          height: run.height,
        });
      }
    }
  }

  #qr(qr: Qr): void {
    // The encoder insists on a border of one module; a printer draws none.
    const framed = encodeQr(qr.data, "raw", { ecc: CORRECTIONS[qr.correction], border: 1 });
    const rows = framed.slice(1, -1).map((row) => row.slice(1, -1));
    const size = qr.moduleDots;
    const left = qr.align === "CENTRE" ? (this.paper.width - rows.length * size) >> 1 : 0;
    for (const [row, modules] of rows.entries()) {
      for (const [column, black] of modules.entries()) {
        const x = left + column * size;
        if (black) this.paper.fill({ x, y: this.#y + row * size, width: size, height: size });
      }
    }
    this.#y += rows.length * size;
  }
}
