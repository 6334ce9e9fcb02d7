import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, test } from "vitest";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { type GoodsLabel, layoutLabels } from "../../electron/core/printing/layout-label.ts";
import type { Columns } from "../../electron/core/printing/print-line.ts";
import { paperDots } from "../../electron/core/printing/qr-size.ts";
import { receiptBytes } from "../../electron/core/printing/receipt-bytes.ts";
import { decodePaper } from "../../electron/core/printing/testing/decode-paper.ts";
import { label, longestLabel } from "../../electron/core/printing/testing/every-paper.ts";
import { receiptPicture } from "./receipt-picture.ts";

const WIDTHS: readonly Columns[] = [32, 42, 48];
const DOTS_PER_MM = 8;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
  const wasmBinary = Uint8Array.from(readFileSync(wasm)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
});

function bytesOf(goods: GoodsLabel, qty: number, columns: Columns, cutter = false): Uint8Array {
  return receiptBytes(layoutLabels(goods, qty, columns), { columns, cutter });
}

describe.each(WIDTHS)("labels on paper of %i columns", (columns) => {
  test.each([label, longestLabel])("show $sku so that a scanner reads it", async (goods) => {
    const picture = receiptPicture(bytesOf(goods, 3, columns), { dots: paperDots(columns) });
    const found = await readBarcodes(picture, { formats: ["QRCode"] });
    expect(found.map(({ text }) => text)).toEqual([goods.sku, goods.sku, goods.sku]);
  });

  test("say name, maker and price, the price largest", () => {
    const lines = decodePaper(bytesOf(label, 1, columns)).filter((item) => item.kind === "LINE");
    const text = lines.map(({ runs }) =>
      runs
        .map((run) => run.text)
        .join("")
        .trim(),
    );
    expect(text).toEqual([label.name, label.makerName, "Rp25.000", label.sku]);
    const heights = lines.map(({ runs }) => (runs[0]?.width ?? 0) * (runs[0]?.height ?? 0));
    expect(heights.indexOf(Math.max(...heights))).toBe(2);
  });

  test("are about three centimetres high", () => {
    const dots = (qty: number): number => {
      const png = receiptPicture(bytesOf(label, qty, columns), { dots: paperDots(columns) });
      return new DataView(png.buffer, png.byteOffset).getUint32(20);
    };
    const one = (dots(3) - dots(2)) / DOTS_PER_MM;
    expect(one).toBeGreaterThan(24);
    expect(one).toBeLessThan(42);
  });
});

test("each label is cut off where there is a blade, and has a line to cut along where there is none", () => {
  const cut = decodePaper(bytesOf(label, 3, 48, true)).filter(({ kind }) => kind === "CUT");
  expect(cut).toHaveLength(3);
  const torn = decodePaper(bytesOf(label, 3, 32, false));
  const dashes = torn.filter(
    (item) => item.kind === "LINE" && item.runs.every(({ text }) => /^(- )+-$/.test(text)),
  );
  expect(dashes).toHaveLength(2);
  expect(torn.at(-1)).toEqual({ kind: "FEED", lines: 4 });
});
