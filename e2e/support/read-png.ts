import { inflateSync } from "node:zlib";

/** Pixels of a picture, one grey byte each. */
export type GreyPixels = {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
};

const SIGNATURE_BYTES = 8;
const GREY = 0;

/** Reads the kind of PNG that cards are written as: 8-bit grey, unfiltered rows, not interlaced. */
export function readGreyPng(file: Uint8Array): GreyPixels {
  const bytes = Buffer.from(file);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (bytes[24] !== 8 || bytes[25] !== GREY) throw new TypeError("not an 8-bit grey PNG");
  const rows = inflateSync(Buffer.concat(chunksOf(bytes, "IDAT")));
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const start = row * (width + 1);
    if (rows[start] !== 0) throw new TypeError("a filtered row");
    pixels.set(rows.subarray(start + 1, start + 1 + width), row * width);
  }
  return { width, height, pixels };
}

function chunksOf(bytes: Buffer, wanted: string): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = SIGNATURE_BYTES; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (type === wanted) found.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return found;
}
