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
  return drawPaper(decodePaper(bytes), dots, spleen12x24()).png(MARGIN_DOTS);
}

function drawPaper(items: readonly PaperItem[], dots: number, font: BitmapFont): Bitmap {
  const paper = new Bitmap(dots);
  let y = 0;
  for (const item of items) {
    if (item.kind === "LINE") y += drawLine(paper, y, item, font);
    else if (item.kind === "QR") y += drawQr(paper, y, item);
    else if (item.kind === "FEED") y += item.lines * LINE_DOTS;
    else if (item.kind === "GAP") y += item.dots;
    paper.extend(y);
  }
  return paper;
}

type Line = Extract<PaperItem, { kind: "LINE" }>;

/** A line longer than the paper goes on below, as a printer does it. */
function drawLine(paper: Bitmap, top: number, line: Line, font: BitmapFont): number {
  const cells = line.runs.flatMap((run) => [...run.text].map((character) => ({ character, run })));
  let y = top;
  do {
    y += drawRow(paper, y, { cells: cutRow(cells, paper.width, font), align: line.align }, font);
  } while (cells.length > 0);
  return y - top;
}

type Cell = { readonly character: string; readonly run: PaperRun };

/** Takes off the front what fits across the paper. */
function cutRow(cells: Cell[], dots: number, font: BitmapFont): Cell[] {
  let used = 0;
  const over = cells.findIndex(({ run }) => (used += font.width * run.width) > dots);
  return cells.splice(0, over < 1 ? cells.length : over);
}

function drawRow(
  paper: Bitmap,
  top: number,
  row: { readonly cells: readonly Cell[]; readonly align: Line["align"] },
  font: BitmapFont,
): number {
  const tallest = Math.max(1, ...row.cells.map(({ run }) => run.height));
  const used = row.cells.reduce((sum, { run }) => sum + font.width * run.width, 0);
  let x = row.align === "CENTRE" ? (paper.width - used) >> 1 : 0;
  for (const { character, run } of row.cells) {
    const y = top + (tallest - run.height) * font.height;
    drawGlyph(paper, { x, y }, run, font.glyph(character), font.width);
    x += font.width * run.width;
  }
  return Math.max(LINE_DOTS, tallest * font.height);
}

function drawGlyph(
  paper: Bitmap,
  at: { readonly x: number; readonly y: number },
  run: PaperRun,
  rows: readonly number[],
  cells: number,
): void {
  for (const [row, bits] of rows.entries()) {
    for (let column = 0; column < cells; column += 1) {
      if ((bits & (1 << (cells - 1 - column))) === 0) continue;
      const x = at.x + column * run.width;
      paper.fill(x, at.y + row * run.height, run.width + (run.bold ? 1 : 0), run.height);
    }
  }
}

type Qr = Extract<PaperItem, { kind: "QR" }>;

function drawQr(paper: Bitmap, top: number, qr: Qr): number {
  // The encoder insists on a border of one module; a printer draws none.
  const framed = encodeQr(qr.data, "raw", { ecc: CORRECTIONS[qr.correction], border: 1 });
  const rows = framed.slice(1, -1).map((row) => row.slice(1, -1));
  const side = rows.length * qr.moduleDots;
  const left = qr.align === "CENTRE" ? (paper.width - side) >> 1 : 0;
  for (const [y, row] of rows.entries()) {
    for (const [x, black] of row.entries()) {
      if (!black) continue;
      const size = qr.moduleDots;
      paper.fill(left + x * size, top + y * size, size, size);
    }
  }
  return side;
}
