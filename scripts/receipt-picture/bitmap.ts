import { crc32, deflateSync } from "node:zlib";

export type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Black dots on white paper, as long as what was drawn. */
export class Bitmap {
  readonly width: number;
  #rows: Uint8Array[] = [];

  constructor(width: number) {
    this.width = width;
  }

  get height(): number {
    return this.#rows.length;
  }

  /** Makes the paper at least this long. */
  extend(height: number): void {
    while (this.#rows.length < height) this.#rows.push(new Uint8Array(this.width));
  }

  isBlack(x: number, y: number): boolean {
    return this.#rows[y]?.[x] === 1;
  }

  /** Blackens a rectangle; what lies beside the paper is lost, as on a printer. */
  fill({ x, y, width, height }: Rectangle): void {
    this.extend(y + height);
    for (const row of this.#rows.slice(y, y + height)) {
      row.fill(1, Math.max(0, x), Math.min(this.width, x + width));
    }
  }

  /** One bit a dot, with a white margin all round. */
  png(margin: number): Uint8Array {
    const width = this.width + 2 * margin;
    const height = this.height + 2 * margin;
    const stride = 1 + Math.ceil(width / 8);
    const raw = new Uint8Array(stride * height);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        if (this.isBlack(x - margin, y - margin)) continue;
        const at = y * stride + 1 + (x >> 3);
        raw[at] = (raw[at] ?? 0) | (0x80 >> (x & 7));
      }
    }
    return encodePng(width, height, raw);
  }
}

function encodePng(width: number, height: number, raw: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [chunk("IHDR", header), chunk("IDAT", deflateSync(raw)), chunk("IEND")];
  return Uint8Array.from(Buffer.concat([signature, ...chunks]));
}

function chunk(kind: string, data: Uint8Array = new Uint8Array()): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
