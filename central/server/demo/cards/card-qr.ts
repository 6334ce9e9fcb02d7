import encodeQR from "qr";
import type { GreyPicture } from "./png.ts";

/** A QR symbol without its quiet zone: true is dark. */
export type QrModules = readonly (readonly boolean[])[];

/** Width of a printed card symbol, quiet zone not counted: 0.61 mm a module, enough for any camera. */
export const CARD_QR_MM = 25;
const VERSION = 6;
const QUIET_MODULES = 4;

/** The symbol of a card's text: version 6, correction M. Throws when the text is no card's. */
export function cardQr(text: string): QrModules {
  const framed = encodeQR(text, "raw", {
    version: VERSION,
    ecc: "medium",
    encoding: "alphanumeric",
    border: 1,
  });
  return framed.slice(1, -1).map((row) => row.slice(1, -1));
}

/** The symbol with its quiet zone, so many pixels a module. */
export function qrPicture(modules: QrModules, pixelsPerModule: number): GreyPicture {
  const size = (modules.length + 2 * QUIET_MODULES) * pixelsPerModule;
  const pixels = new Uint8Array(size * size).fill(0xff);
  for (const [row, line] of modules.entries()) {
    for (const [column, dark] of line.entries()) {
      if (!dark) continue;
      const left = (column + QUIET_MODULES) * pixelsPerModule;
      for (let y = 0; y < pixelsPerModule; y += 1) {
        const start = ((row + QUIET_MODULES) * pixelsPerModule + y) * size + left;
        pixels.fill(0, start, start + pixelsPerModule);
      }
    }
  }
  return { width: size, height: size, pixels };
}

/** What a camera sees of a card held before it: the symbol in the middle of a grey scene. */
export function scenePicture(
  symbol: GreyPicture,
  scene: { readonly width: number; readonly height: number },
): GreyPicture {
  const { width, height } = scene;
  const pixels = new Uint8Array(width * height).fill(0x9a);
  const left = (width - symbol.width) >> 1;
  const top = (height - symbol.height) >> 1;
  if (left < 0 || top < 0) throw new RangeError("the symbol is larger than the scene");
  for (let row = 0; row < symbol.height; row += 1) {
    const line = symbol.pixels.subarray(row * symbol.width, (row + 1) * symbol.width);
    pixels.set(line, (top + row) * width + left);
  }
  return { width, height, pixels };
}
