import { formatRupiah } from "../../../shared/domain/money.ts";
import { formatWibDateTime } from "../../../shared/domain/period.ts";
import type { CashDirection, CashReason } from "../../../shared/domain/shift.ts";
import { cashReasonWords } from "./layout-shift.ts";
import { copyMark, signatureLine } from "./paper-parts.ts";
import { field, row, wrapCentred } from "./paper-text.ts";
import { AIR, type Columns, type PrintLine, plain, rule, tall } from "./print-line.ts";

/** Cash that was put into or taken out of the drawer, for the hands it went through. */
export type CashSlip = {
  readonly outletName: string;
  readonly at: number;
  readonly seq: number;
  readonly cashierName: string;
  readonly direction: CashDirection;
  readonly amount: number;
  readonly reason: CashReason;
  /** null where none was written, or the key store is shut */
  readonly note: string | null;
};

const LABEL = 9;

/** A slip with room for two signatures. */
export function layoutCashSlip(slip: CashSlip, copy: number, columns: Columns): PrintLine[] {
  const { direction, reason, note } = slip;
  const title = direction === "IN" ? "BUKTI UANG MASUK" : "BUKTI UANG KELUAR";
  const facts = [
    { label: "Waktu", value: `${formatWibDateTime(slip.at)} WIB` },
    { label: "Kasir", value: slip.cashierName },
    { label: "Catatan", value: String(slip.seq) },
    { label: "Alasan", value: cashReasonWords(direction, reason) },
    ...(note === null ? [] : [{ label: "Uraian", value: note }]),
  ];
  return [
    ...copyMark(copy, columns),
    ...tall(wrapCentred(slip.outletName, columns)),
    AIR,
    ...tall(wrapCentred(title, columns)),
    rule(columns),
    ...plain(facts.flatMap((fact) => field(fact, columns, LABEL))),
    AIR,
    ...tall(row({ left: "Jumlah", amount: formatRupiah(slip.amount) }, columns)),
    ...signatureLine("Kasir", columns),
    ...signatureLine(direction === "IN" ? "Penyetor" : "Penerima", columns),
    ...copyMark(copy, columns),
  ];
}
