import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import pdfmake from "pdfmake";
import { CARD_HEIGHT_MM, CARD_WIDTH_MM } from "./card-art.ts";

const POINTS_PER_MM = 72 / 25.4;
const PAGE_WIDTH_MM = 210;
const PAGE_HEIGHT_MM = 297;
const COLUMNS = 2;
const ROWS = 5;
const PER_PAGE = COLUMNS * ROWS;
const LEFT_MM = (PAGE_WIDTH_MM - COLUMNS * CARD_WIDTH_MM) / 2;
const TOP_MM = (PAGE_HEIGHT_MM - ROWS * CARD_HEIGHT_MM) / 2;

/**
 * A PDF of A4 pages with ten cards in their true size, each page of fronts followed by its backs,
 * mirrored for printing on both sides (turned over the long edge).
 */
export async function cardSheet(fronts: readonly string[], back: string): Promise<Uint8Array> {
  const content: Content[] = [];
  for (let start = 0; start < fronts.length; start += PER_PAGE) {
    const page = fronts.slice(start, start + PER_PAGE);
    content.push(pageOf(page, (column) => column, start > 0));
    content.push(
      pageOf(
        page.map(() => back),
        (column) => COLUMNS - 1 - column,
        true,
      ),
    );
  }
  setFonts();
  const definition: TDocumentDefinitions = {
    pageSize: { width: points(PAGE_WIDTH_MM), height: points(PAGE_HEIGHT_MM) },
    pageMargins: 0,
    info: { title: "Kartu Belanja ASN (contoh)" },
    defaultStyle: { font: "Roboto" },
    content,
  };
  return pdfmake.createPdf(definition).getBuffer();
}

function pageOf(
  cards: readonly string[],
  columnOnPage: (column: number) => number,
  startsPage: boolean,
): Content {
  const placed = cards.map((svg, index): Content => {
    const column = columnOnPage(index % COLUMNS);
    return {
      svg,
      width: points(CARD_WIDTH_MM),
      height: points(CARD_HEIGHT_MM),
      absolutePosition: {
        x: points(LEFT_MM + column * CARD_WIDTH_MM),
        y: points(TOP_MM + Math.floor(index / COLUMNS) * CARD_HEIGHT_MM),
      },
    };
  });
  return startsPage ? { stack: placed, pageBreak: "before" } : { stack: placed };
}

/** Fonts come from pdfmake's own folder; no other file and no address is read while drawing. */
function setFonts(): void {
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve("pdfmake/package.json")), "fonts", "Roboto");
  const font = (name: string): string => join(folder, `Roboto-${name}.ttf`);
  pdfmake.setFonts({
    Roboto: {
      normal: font("Regular"),
      bold: font("Medium"),
      italics: font("Italic"),
      bolditalics: font("MediumItalic"),
    },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(folder));
}

function points(mm: number): number {
  return mm * POINTS_PER_MM;
}
