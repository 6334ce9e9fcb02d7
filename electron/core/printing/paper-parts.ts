import { formatRupiah } from "../../../shared/domain/money.ts";
import { formatWibDateTime } from "../../../shared/domain/period.ts";
import type { ReceiptReversal } from "../../../shared/domain/receipt.ts";
import { wrapCentred } from "./paper-text.ts";
import { AIR, bold, type Columns, type PrintLine, plain, tall } from "./print-line.ts";

/** Who gives out the paper, as it stands on the head of each. */
export function letterhead(
  outlet: { readonly outletName: string; readonly outletAddress: string },
  columns: Columns,
): PrintLine[] {
  return [
    ...tall(wrapCentred(outlet.outletName, columns)),
    AIR,
    ...plain(wrapCentred(outlet.outletAddress, columns)),
  ];
}

/** Says that this is a copy, and which; nothing for the first print (null or 0). */
export function copyMark(copy: number | null, columns: Columns): PrintLine[] {
  if (copy === null || copy === 0) return [];
  return [AIR, ...tall(wrapCentred(`*** SALINAN KE-${copy} ***`, columns)), AIR];
}

/** Says that nothing was sold; nothing on a real sale's paper. */
export function trainingMark(training: boolean, columns: Columns): PrintLine[] {
  return training ? [AIR, ...tall(wrapCentred("*** LATIHAN ***", columns)), AIR] : [];
}

const REVERSED: Readonly<Record<ReceiptReversal["kind"], string>> = {
  VOIDED: "DIBATALKAN",
  RETURNED: "SUDAH DIRETUR",
  PARTLY_RETURNED: "SEBAGIAN DIRETUR",
};

/** Says what was taken back of the sale since; nothing while it stands as it was. */
export function reversedMark(reversed: ReceiptReversal | null, columns: Columns): PrintLine[] {
  if (reversed === null) return [];
  const { kind, at, total } = reversed;
  const when = `${formatWibDateTime(at)} WIB, ${formatRupiah(total)} dikembalikan`;
  return [
    AIR,
    ...tall(wrapCentred(`*** ${REVERSED[kind]} ***`, columns)),
    ...bold(wrapCentred(when, columns)),
    AIR,
  ];
}

const SIGN_DOTS = 96;
/** Two centimetres: a rubber stamp and a signature across it. */
const STAMP_DOTS = 160;

/** Room to sign in, and to stamp where asked, over the name of who signs. */
export function signatureLine(label: string, columns: Columns, stamp = false): PrintLine[] {
  const line = "_".repeat(Math.min(24, columns - 4));
  return [
    { kind: "GAP", dots: stamp ? STAMP_DOTS : SIGN_DOTS },
    ...plain(wrapCentred(line, columns)),
    ...plain(wrapCentred(label, columns)),
  ];
}
