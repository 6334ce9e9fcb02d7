import { formatWibDate, dateStartMs } from "../../../../shared/domain/period.ts";
import { CARD_QR_MM, type QrModules } from "./card-qr.ts";

/** ISO/IEC 7810 ID-1, the size of a bank card. */
export const CARD_WIDTH_MM = 85.6;
export const CARD_HEIGHT_MM = 54;

/** What may stand on a card: of the NIP only the last four digits. */
export type CardFace = {
  readonly serial: number;
  readonly name: string;
  readonly nipLast4: string;
  readonly officeName: string;
  readonly expiresOn: string;
};

const TEAL = "#0F5C56";
const INK = "#1F2A26";
const SOFT = "#3F5058";
const SLATE = "#5C6F78";
const QUIET_MM = 2.6;
const LEFT_MM = 6;
const MIDDLE_MM = CARD_WIDTH_MM / 2;
const LINE_HEIGHT = 1.25;
const NAME_LINE = 24;
const OFFICE_LINE = 32;
const USE = "Tunjukkan kartu ini sebelum membayar.";
const NO_MONEY = "Kartu ini hanya mencatat belanja; bukan alat bayar.";
const FOUND = "Menemukan kartu ini? Mohon serahkan ke Galeri Dekranasda.";
const INVENTED = "Contoh: nama dan nomor pada kartu ini rekaan.";
const LOGO =
  '<path d="M196 190V150A60 60 0 0 1 316 150V190" fill="none" stroke="#FAD7A1" stroke-width="26" stroke-linecap="round"/><path d="M120 178H392L398 292C400 372 334 422 256 444C178 422 112 372 114 292Z" fill="#FBF8F3"/><path d="M230 240C266 224 312 244 329 284C344 319 337 354 317 367C304 373 294 364 282 367C247 377 202 362 187 322C174 287 205 253 230 240Z" fill="#E8912D"/><path d="M222 222C238 196 276 188 306 206C286 230 250 238 222 222Z" fill="#2E7D4F"/>';

/** The front as SVG, one unit a millimetre. */
export function cardFront(face: CardFace, modules: QrModules): string {
  const [bareName = "", ...degrees] = face.name.split(", ");
  const name = wrap(bareName, NAME_LINE);
  const office = wrap(face.officeName, OFFICE_LINE);
  const degreesTop = 24 + name.length * 5 - 0.4;
  const nipTop = degreesTop + (degrees.length > 0 ? 4.6 : 0.4);
  const until = `No. ${face.serial} · berlaku s.d. ${expiry(face)}`;
  return card(`
    <rect width="85.6" height="15" fill="${TEAL}"/>
    <rect y="15" width="85.6" height="0.8" fill="#E8912D"/>
    <g transform="translate(4.6 1.6) scale(0.0232)">${LOGO}</g>
    ${text([18, 8], { size: 4.6, fill: "#FFFFFF", weight: "bold" }, ["Kartu Belanja ASN"])}
    ${text([18, 12.2], { size: 2.6, fill: "#A9CCC5" }, ["Bela Beli · Kabupaten Probolinggo"])}
    ${text([LEFT_MM, 24], { size: 4, fill: INK, weight: "bold" }, name)}
    ${text([LEFT_MM, degreesTop], { size: 2.9, fill: INK }, [degrees.join(", ")])}
    ${text([LEFT_MM, nipTop], { size: 3.1, fill: SOFT }, [`NIP berakhiran ${face.nipLast4}`])}
    ${text([LEFT_MM, nipTop + 5], { size: 2.7, fill: SOFT }, office)}
    ${text([LEFT_MM, 50], { size: 2.3, fill: SLATE }, [until])}
    ${qr(modules, CARD_WIDTH_MM - CARD_QR_MM - QUIET_MM - 2, 22.6)}`);
}

/** The back: the motif (the inside of its SVG, 240 units a tile) and what to do with a found card. */
export function cardBack(motif: string): string {
  const tiles = [0, 1, 2].map((column) =>
    [0, 1].map((row) => `<g transform="translate(${column * 240} ${row * 240})">${motif}</g>`),
  );
  const middle = { anchor: "middle" } as const;
  return card(`
    <rect width="85.6" height="54" fill="#EAF2EF"/>
    <g transform="scale(0.1322)" opacity="0.55">${tiles.flat().join("")}</g>
    <rect x="7" y="15" width="71.6" height="24" rx="2" fill="#FBF8F3"/>
    ${text([MIDDLE_MM, 21.5], { ...middle, size: 3, fill: INK, weight: "bold" }, [USE])}
    ${text([MIDDLE_MM, 26.5], { ...middle, size: 2.5, fill: SOFT }, [NO_MONEY, FOUND])}
    ${text([MIDDLE_MM, 35.6], { ...middle, size: 2.1, fill: SLATE }, [INVENTED])}`);
}

function card(inside: string): string {
  const size = `width="${CARD_WIDTH_MM}" height="${CARD_HEIGHT_MM}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${CARD_WIDTH_MM} ${CARD_HEIGHT_MM}">
    <defs><clipPath id="edge"><rect ${size} rx="3.18"/></clipPath></defs>
    <g clip-path="url(#edge)"><rect ${size} fill="#FBF8F3"/>${inside}</g>
    <rect x="0.1" y="0.1" width="${CARD_WIDTH_MM - 0.2}" height="${CARD_HEIGHT_MM - 0.2}" rx="3.1" fill="none" stroke="#C9D5D9" stroke-width="0.2"/></svg>`;
}

/** Runs of dark modules as one path on white, the quiet zone around them. */
function qr(modules: QrModules, left: number, top: number): string {
  const unit = CARD_QR_MM / modules.length;
  const runs = modules.flatMap((row, y) =>
    darkRuns(row).map(([x, w]) => `M${x} ${y}h${w}v1h-${w}z`),
  );
  const side = CARD_QR_MM + 2 * QUIET_MM;
  return `<rect x="${left - QUIET_MM}" y="${top - QUIET_MM}" width="${side}" height="${side}" rx="1" fill="#FFFFFF"/>
    <g transform="translate(${left} ${top}) scale(${unit})"><path d="${runs.join("")}" fill="#000000"/></g>`;
}

function darkRuns(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = [];
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1);
    if (!dark) continue;
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  }
  return runs;
}

type Lettering = {
  readonly size: number;
  readonly fill: string;
  readonly weight?: "normal" | "bold";
  readonly anchor?: "start" | "middle";
};

/** Lines of text, the first on the base line at `[x, y]`. */
function text(
  [x, y]: readonly [number, number],
  { size, fill, weight = "normal", anchor = "start" }: Lettering,
  lines: readonly string[],
): string {
  const font = `font-family="Roboto" font-size="${size}" font-weight="${weight}"`;
  return lines
    .map((line, index) => {
      const top = y + index * size * LINE_HEIGHT;
      return `<text x="${x}" y="${top}" ${font} text-anchor="${anchor}" fill="${fill}">${escapeXml(line)}</text>`;
    })
    .join("");
}

function expiry(face: CardFace): string {
  return formatWibDate(dateStartMs(face.expiresOn));
}

/** Breaks at blanks so that no line is longer than `width` characters, where words allow. */
function wrap(words: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

function escapeXml(raw: string): string {
  return raw.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
