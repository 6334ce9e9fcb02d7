import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dateOf } from "../../../../shared/domain/period.ts";
import type { CentreDeps } from "../../deps.ts";
import { cardText } from "../../keys/card-text.ts";
import { cardBack, cardFront } from "./card-art.ts";
import { type CardHolder, cardHolders, chooseCards } from "./card-holders.ts";
import { CARD_QR_MM, cardQr, type QrModules, qrPicture, scenePicture } from "./card-qr.ts";
import { cardSheet } from "./card-sheet.ts";
import { encodePng } from "./png.ts";

/** A card of the folder: what it says, its text, its symbol in true size, and as a camera sees it. */
export type WrittenCard = CardHolder & {
  readonly text: string;
  readonly symbol: string;
  readonly scene: string;
};

const PRINT_PIXELS = 14;
const SCENE_PIXELS = 10;
const SCENE = { width: 1_280, height: 720 };
const MOTIF = new URL("../../../../resources/motif.svg", import.meta.url);

/**
 * Writes cards to try the till with: `kartu.pdf` to print on both sides, per card the symbol at
 * 25 mm and a 1280x720 scene for a camera, and `kartu.json`, which lists them all.
 */
export async function writeDemoCards(
  deps: Pick<CentreDeps, "database" | "keys" | "regencyId" | "clock">,
  folder: string,
): Promise<WrittenCard[]> {
  const { database, keys, regencyId, clock } = deps;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const holders = await cardHolders(database, regencyId, dateOf(clock.wallMs()));
  const fronts: string[] = [];
  const cards: WrittenCard[] = [];
  for (const holder of chooseCards(holders)) {
    const text = cardText(keys.card, { kind: "ASN", ...holder });
    const modules = cardQr(text);
    fronts.push(cardFront(holder, modules));
    cards.push({ ...holder, text, ...(await writePictures(folder, holder.serial, modules)) });
  }
  const motif = innerSvg(await readFile(MOTIF, "utf8"));
  await writeFile(join(folder, "kartu.pdf"), await cardSheet(fronts, cardBack(motif)));
  await writeFile(join(folder, "kartu.json"), `${JSON.stringify(cards, null, 2)}\n`);
  return cards;
}

async function writePictures(
  folder: string,
  serial: number,
  modules: QrModules,
): Promise<{ symbol: string; scene: string }> {
  const symbol = `kartu-${serial}.png`;
  const scene = `kamera-${serial}.png`;
  const pixelsPerMetre = Math.round((modules.length * PRINT_PIXELS * 1_000) / CARD_QR_MM);
  const printed = qrPicture(modules, PRINT_PIXELS);
  await writeFile(join(folder, symbol), encodePng(printed, pixelsPerMetre));
  const seen = scenePicture(qrPicture(modules, SCENE_PIXELS), SCENE);
  await writeFile(join(folder, scene), encodePng(seen, pixelsPerMetre));
  return { symbol, scene };
}

/** The drawing inside an SVG file, with the strokes its root element sets. */
function innerSvg(svg: string): string {
  const inside = svg.replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "");
  return `<g fill="none" stroke="#0F5C56" stroke-linecap="round" stroke-linejoin="round">${inside}</g>`;
}
