import { writeFile } from "node:fs/promises";
import { decodePaper } from "../../electron/core/printing/testing/decode-paper.ts";
import { join } from "node:path";
import { receiptPicture } from "../receipt-picture/receipt-picture.ts";

const DOTS_A_COLUMN = 12;
const COLUMNS = 48;

/**
 * Draws the printed bytes of each receipt as `struk-NUMBER.png` and says how many of the numbers
 * came out of the printer exactly once.
 */
export async function drawReceipts(
  jobs: readonly Uint8Array[],
  numbers: readonly string[],
  folder: string,
): Promise<number> {
  let printedOnce = 0;
  for (const number of numbers) {
    const printed = printedWith(jobs, number);
    const [bytes] = printed;
    if (bytes === undefined) continue;
    if (printed.length === 1) printedOnce += 1;
    const picture = receiptPicture(bytes, { dots: COLUMNS * DOTS_A_COLUMN });
    await writeFile(join(folder, `struk-${number}.png`), picture);
  }
  return printedOnce;
}

/** The address in the QR of the receipt with this number. */
export function receiptUrl(jobs: readonly Uint8Array[], number: string): string {
  const items = printedWith(jobs, number).flatMap((bytes) => decodePaper(bytes));
  const code = items.find((item) => item.kind === "QR");
  if (code?.kind !== "QR") throw new Error(`no QR on receipt ${number}`);
  return code.data;
}

function printedWith(jobs: readonly Uint8Array[], number: string): Uint8Array[] {
  return jobs.filter((bytes) => Buffer.from(bytes).includes(number, 0, "latin1"));
}
