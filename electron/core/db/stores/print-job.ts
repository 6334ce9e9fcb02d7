import type { PrintOutcome } from "../../../../shared/contract/till-state.ts";
import { type ReadDb, statement, type WriteDb } from "../database.ts";

/** A receipt to print: which sale's, and which copy of it (0: the first print). */
export type PrintJobRow = { jobId: string; saleId: string; copy: number };

/** Puts a receipt in the queue; belongs in the transaction of what it is a receipt of. */
export function insertPrintJob(db: WriteDb, job: PrintJobRow & { at: number }): void {
  statement(
    db,
    `INSERT INTO print_job (job_id, sale_id, copy, outcome, error_code, created_at, changed_at)
     VALUES (@jobId, @saleId, @copy, 'WAITING', NULL, @at, @at)`,
  ).run(job);
}

const JOB = "job_id AS jobId, sale_id AS saleId, copy";

export function nextWaitingJob(db: ReadDb): PrintJobRow | null {
  const row = statement(
    db,
    `SELECT ${JOB} FROM print_job WHERE outcome = 'WAITING' ORDER BY job_id LIMIT 1`,
  ).get();
  return (row as PrintJobRow | undefined) ?? null;
}

export function setJobOutcome(
  db: WriteDb,
  job: { jobId: string; outcome: PrintOutcome; errorCode: string | null; at: number },
): void {
  statement(
    db,
    `UPDATE print_job SET outcome = @outcome, error_code = @errorCode, changed_at = @at
     WHERE job_id = @jobId`,
  ).run(job);
}

/** Jobs that were being printed when the program ended. */
export function failPrintingJobs(db: WriteDb, errorCode: string, at: number): number {
  return statement(
    db,
    `UPDATE print_job SET outcome = 'FAILED', error_code = ?, changed_at = ?
     WHERE outcome = 'PRINTING'`,
  ).run(errorCode, at).changes;
}

// Only the newest print of a sale matters: a reprint takes the place of the one that failed.
const NEWEST = `NOT EXISTS (SELECT 1 FROM print_job newer
  WHERE newer.sale_id = job.sale_id AND newer.copy > job.copy)`;

export function countJobs(db: ReadDb): { waiting: number; failed: number } {
  return statement(
    db,
    `SELECT (SELECT count(*) FROM print_job WHERE outcome = 'WAITING') AS waiting,
       (SELECT count(*) FROM print_job job WHERE outcome = 'FAILED' AND ${NEWEST}) AS failed`,
  ).get() as { waiting: number; failed: number };
}

/** Sales whose newest print failed, the oldest first. */
export function salesNotPrinted(db: ReadDb): string[] {
  const rows = statement(
    db,
    `SELECT sale_id AS saleId FROM print_job job WHERE outcome = 'FAILED' AND ${NEWEST}
     ORDER BY job_id`,
  ).all() as { saleId: string }[];
  return rows.map((row) => row.saleId);
}

/** How the newest print of a sale stands. */
export function printStanding(
  db: ReadDb,
  saleId: string,
): { outcome: PrintOutcome; errorCode: string | null } | null {
  const row = statement(
    db,
    `SELECT outcome, error_code AS errorCode FROM print_job WHERE sale_id = ?
     ORDER BY copy DESC LIMIT 1`,
  ).get(saleId);
  return (row as { outcome: PrintOutcome; errorCode: string | null } | undefined) ?? null;
}
