import { z } from "zod";
import { CashMovedBody } from "../../../shared/contract/journal-bodies.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import type { Till } from "../context.ts";
import { cashierById } from "../db/stores/cashier.ts";
import { entryBySeq, type JournalRow } from "../db/stores/journal.ts";
import { outletById } from "../db/stores/outlet.ts";
import { openSealed } from "../keys/sealing.ts";
import { layoutCashSlip } from "../printing/layout-cash-slip.ts";
import { layoutShift } from "../printing/layout-shift.ts";
import type { Columns, PrintLine } from "../printing/print-line.ts";
import { keptReport } from "./report.ts";

type Lines = (till: Till, ref: string, copy: number) => (columns: Columns) => PrintLine[];

/** An X or Z report by its id, as it was kept. */
export const shiftLines: Lines = (till, reportId, copy) => {
  const report = keptReport(till.file.db(), reportId);
  return (columns) => layoutShift(report, copy, columns);
};

/** The slip of moved cash, by the seq of its entry. */
export const cashLines: Lines = (till, seq, copy) => {
  const db = till.file.db();
  const entry = entryBySeq(db, Number(seq));
  if (entry === null) throw new AppError("NOT_FOUND");
  const { actorId, direction, amount, reason } = CashMovedBody.parse(JSON.parse(entry.body));
  const slip = {
    outletName: outletById(db, till.identity().outletId)?.name ?? "",
    at: entry.at,
    seq: entry.seq,
    cashierName: cashierById(db, actorId)?.name ?? "",
    direction,
    amount,
    reason,
    note: noteOf(till, entry),
  };
  return (columns) => layoutCashSlip(slip, copy, columns);
};

const Note = z.object({ note: z.string() });

function noteOf(till: Till, { privateSealed }: JournalRow): string | null {
  const keys = till.keys();
  if (privateSealed === null || keys === null) return null;
  return Note.parse(JSON.parse(openSealed(keys.dataKey, privateSealed))).note;
}
