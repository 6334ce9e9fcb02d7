import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { layoutReceipt } from "../../electron/core/printing/layout-receipt.ts";
import type { Columns } from "../../electron/core/printing/print-line.ts";
import { paperDots } from "../../electron/core/printing/qr-size.ts";
import { receiptBytes } from "../../electron/core/printing/receipt-bytes.ts";
import { SAMPLES } from "../../electron/core/printing/testing/sample-receipts.ts";
import { receiptPicture } from "./receipt-picture.ts";

const WIDTHS: readonly Columns[] = [32, 42, 48];
const MARGINS = 64;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
  const wasmBinary = Uint8Array.from(readFileSync(wasm)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
});

/** Width and height as the PNG itself says. */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

describe.each(WIDTHS)("the picture of a receipt of %i columns", (columns) => {
  const picture = (name: string): Uint8Array => {
    const model = SAMPLES[name];
    if (model === undefined) throw new Error(`no sample ${name}`);
    const bytes = receiptBytes(layoutReceipt(model, columns), { columns, cutter: true });
    return receiptPicture(bytes, { dots: paperDots(columns) });
  };

  it.each(Object.keys(SAMPLES))(
    "shows the code of the %s receipt so that a reader finds it",
    async (name) => {
      const found = await readBarcodes(picture(name), { formats: ["QRCode"] });
      const url = SAMPLES[name]?.qrUrl;
      expect(found.map((one) => one.text)).toEqual(url === null || url === undefined ? [] : [url]);
    },
  );

  it("is as wide as the paper, and as long as what was printed", () => {
    const short = sizeOf(picture("public"));
    const long = sizeOf(picture("forty"));
    expect(short.width).toBe(paperDots(columns) + MARGINS);
    expect(long.width).toBe(short.width);
    expect(long.height).toBeGreaterThan(short.height * 3);
  });
});
