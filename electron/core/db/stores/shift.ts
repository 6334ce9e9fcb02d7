import { type ReadDb, statement, type WriteDb } from "../database.ts";

export type ShiftRow = {
  shiftId: string;
  openedSeq: number;
  openedAt: number;
  openedBy: string;
  float: number;
};

export function insertShift(db: WriteDb, shift: ShiftRow): void {
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
       opened_by AS openedBy, float
     FROM shift WHERE closed_at IS NULL`,
  ).get();
  return (row as ShiftRow | undefined) ?? null;
}
