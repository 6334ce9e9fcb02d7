import { ShiftEntryBody, ShiftReport } from "../../../shared/contract/shift.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import { instantMs } from "../../../shared/domain/period.ts";
import { sumShift } from "../../../shared/domain/shift.ts";
import type { Till } from "../context.ts";
import type { ReadDb } from "../db/database.ts";
import { cashierById } from "../db/stores/cashier.ts";
import { counter } from "../db/stores/counter.ts";
import { journalHead } from "../db/stores/journal.ts";
import { outletById } from "../db/stores/outlet.ts";
import {
  moneyBodies,
  openShift,
  reportBody,
  type ShiftRow,
  zReportBodies,
  zReportBody,
} from "../db/stores/shift.ts";

/** A report of a shift as it stands, with what a Z seals beside it. */
export type Standing = { readonly report: ShiftReport; readonly saleIds: readonly string[] };

/** The open shift. Fails with: NO_SHIFT. */
export function requireShift(db: ReadDb): ShiftRow {
  const shift = openShift(db);
  if (shift === null) throw new AppError("NO_SHIFT");
  return shift;
}

/** The running shift's figures as of now, out of its journal entries. */
export function standingOf(till: Till, db: ReadDb, shift: ShiftRow): Standing {
  const entries = moneyBodies(db, shift.openedSeq).map((body) =>
    ShiftEntryBody.parse(JSON.parse(body)),
  );
  const { shiftId, openedAt, float } = shift;
  const { turnover, reversals } = counter(db);
  const { outletId, certificate } = till.identity();
  const outlet = outletById(db, outletId);
  const report: ShiftReport = {
    reportId: till.newId(),
    shiftId,
    outletName: outlet?.name ?? certificate.outletCode,
    outletAddress: outlet?.address ?? "",
    tillName: `${certificate.outletCode}-${certificate.tillCode}`,
    openedAt,
    openedBy: cashierById(db, shift.openedBy)?.name ?? "",
    at: till.clock.read(journalHead(db)?.at ?? null).at,
    ...sumShift(float, entries),
    turnover,
    reversals,
    moves: entries.flatMap((entry) => {
      if (entry.kind !== "CASH_MOVED") return [];
      const { direction, amount, reason } = entry;
      return [{ at: instantMs(entry.at), direction, amount, reason }];
    }),
    closing: null,
  };
  const saleIds = entries.flatMap((entry) => (entry.kind === "SALE" ? [entry.saleId] : []));
  return { report, saleIds };
}

/** The running shift now (X). Fails with: NOT_LOGGED_IN, NO_SHIFT. */
export function shiftReport(till: Till): ShiftReport {
  till.session.require();
  const db = till.file.db();
  return standingOf(till, db, requireShift(db)).report;
}

/** Z reports below a number, the newest first. Fails with: NOT_LOGGED_IN. */
export function closedShifts(
  till: Till,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): ShiftReport[] {
  till.session.require();
  const bodies = zReportBodies(till.file.db(), before ?? Number.MAX_SAFE_INTEGER, limit);
  return bodies.map(parseReport);
}

/** A kept report, read back as it was. Fails with: NOT_FOUND. */
export function keptReport(db: ReadDb, reportId: string): ShiftReport {
  const body = reportBody(db, reportId);
  if (body === null) throw new AppError("NOT_FOUND");
  return parseReport(body);
}

/** The Z report of a number, read back as it was. Fails with: NOT_FOUND. */
export function zReport(db: ReadDb, zNumber: number): ShiftReport {
  const body = zReportBody(db, zNumber);
  if (body === null) throw new AppError("NOT_FOUND");
  return parseReport(body);
}

function parseReport(body: string): ShiftReport {
  return ShiftReport.parse(JSON.parse(body));
}
