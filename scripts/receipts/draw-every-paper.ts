import type { Columns } from "../../electron/core/printing/print-line.ts";
import { paperDots } from "../../electron/core/printing/qr-size.ts";
import { receiptBytes } from "../../electron/core/printing/receipt-bytes.ts";
import { EVERY_PAPER } from "../../electron/core/printing/testing/every-paper.ts";
import { receiptPicture } from "../receipt-picture/receipt-picture.ts";

const WIDTHS: readonly Columns[] = [32, 42, 48];

/** Each paper at 32, 42 and 48 columns, drawn from its bytes one after the other. */
export function* drawEveryPaper(): Generator<{ readonly file: string; readonly png: Uint8Array }> {
  for (const [name, { lines }] of Object.entries(EVERY_PAPER)) {
    for (const columns of WIDTHS) {
      const bytes = receiptBytes(lines(columns), { columns, cutter: columns !== 32 });
      const png = receiptPicture(bytes, { dots: paperDots(columns) });
      yield { file: `${name}-${columns}.png`, png };
    }
  }
}
