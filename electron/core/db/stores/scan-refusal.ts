import { statement, type WriteDb } from "../database.ts";

/** Counts a refused scan of a WIB date by its code; nothing of the scanned text is kept. */
export function countRefusal(db: WriteDb, date: string, code: string): void {
  statement(
    db,
    `INSERT INTO scan_refusal (date, code, count) VALUES (?, ?, 1)
     ON CONFLICT (date, code) DO UPDATE SET count = count + 1`,
  ).run(date, code);
}
