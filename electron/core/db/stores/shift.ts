import { type ReadDb, statement, type WriteDb } from "../database.ts";

export type ShiftRow = {
  shiftId: string;
  openedSeq: number;
  openedAt: number;
  openedBy: string;
  float: number;
  /** how often its cash was counted already, and what the first of these came to */
  countings: number;
  firstCounted: number | null;
};

export function insertShift(
  db: WriteDb,
  shift: Omit<ShiftRow, "countings" | "firstCounted">,
): void {
  statement(
    db,
    `INSERT INTO shift (shift_id, opened_seq, opened_at, opened_by, float, closed_at)
     VALUES (@shiftId, @openedSeq, @openedAt, @openedBy, @float, NULL)`,
  ).run(shift);
}

/** The shift that is open now; the file allows one at a time. */
export function openShift(db: ReadDb): ShiftRow | null {
  const row = statement(
    db,
    `SELECT shift_id AS shiftId, opened_seq AS openedSeq, opened_at AS openedAt,
       opened_by AS openedBy, float, countings, first_counted AS firstCounted
     FROM shift WHERE closed_at IS NULL`,
  ).get();
  return (row as ShiftRow | undefined) ?? null;
}

/** Remembers that the cash of a shift was counted once more; the first count stays. */
export function countShiftOnceMore(db: WriteDb, shiftId: string, counted: number): void {
  statement(
    db,
    `UPDATE shift SET countings = countings + 1, first_counted = coalesce(first_counted, ?)
     WHERE shift_id = ?`,
  ).run(counted, shiftId);
}

export function markShiftClosed(db: WriteDb, shiftId: string, closedAt: number): void {
  statement(db, "UPDATE shift SET closed_at = ? WHERE shift_id = ?").run(closedAt, shiftId);
}

/** The bodies of the running shift's entries that move money, in order. */
export function moneyBodies(db: ReadDb, openedSeq: number): string[] {
  const rows = statement(
    db,
    `SELECT body FROM journal
     WHERE seq > ? AND kind IN ('SALE', 'RETURN', 'VOID', 'CASH_MOVED') ORDER BY seq`,
  ).all(openedSeq) as { body: string }[];
  return rows.map(({ body }) => body);
}

/** The number of the last Z report, 0 before the first; it never starts again. */
export function lastZNumber(db: ReadDb): number {
  return (statement(db, "SELECT z_number AS z FROM counter").get() as { z: number }).z;
}

/** Takes the next Z number. */
export function setZNumber(db: WriteDb, zNumber: number): void {
  statement(db, "UPDATE counter SET z_number = ?").run(zNumber);
}

/** A report as it was shown; `body` is its JSON, and `zNumber` null for an X. */
export type ReportRow = {
  reportId: string;
  shiftId: string;
  zNumber: number | null;
  at: number;
  body: string;
};

export function insertReport(db: WriteDb, row: ReportRow): void {
  statement(
    db,
    `INSERT INTO shift_report (report_id, kind, shift_id, z_number, at, body)
     VALUES (@reportId, iif(@zNumber IS NULL, 'X', 'Z'), @shiftId, @zNumber, @at, @body)`,
  ).run(row);
}

export function reportBody(db: ReadDb, reportId: string): string | null {
  const row = statement(db, "SELECT body FROM shift_report WHERE report_id = ?").get(reportId);
  return (row as { body: string } | undefined)?.body ?? null;
}

export function zReportBody(db: ReadDb, zNumber: number): string | null {
  const row = statement(db, "SELECT body FROM shift_report WHERE z_number = ?").get(zNumber);
  return (row as { body: string } | undefined)?.body ?? null;
}

/** Z reports below a number, the newest first. */
export function zReportBodies(db: ReadDb, before: number, limit: number): string[] {
  const rows = statement(
    db,
    "SELECT body FROM shift_report WHERE z_number < ? ORDER BY z_number DESC LIMIT ?",
  ).all(before, limit) as { body: string }[];
  return rows.map(({ body }) => body);
}
