import type { PrintOutcome } from "../../../../shared/contract/till-state.ts";
import { type ReadDb, statement, type WriteDb } from "../database.ts";

/** What can be printed; each has its builder in selling/print-documents.ts. */
export type PrintDocumentKind =
  | "SALE"
  | "INVOICE"
  | "RETURN"
  | "VOID"
  | "SHIFT_X"
  | "SHIFT_Z"
  | "CASH"
  | "LABEL"
  | "TRAINING";

/** A document of the till by kind and by the id of what it tells of. */
export type DocumentRef = { readonly kind: PrintDocumentKind; readonly ref: string };

/** A document to print, and which copy of it (0: the first print). */
export type PrintJobRow = {
  readonly jobId: string;
  readonly document: DocumentRef;
  readonly copy: number;
};

type Stored = { jobId: string; kind: PrintDocumentKind; ref: string; copy: number };
const JOB = "job_id AS jobId, document_kind AS kind, document_ref AS ref, copy";

function jobOf({ jobId, kind, ref, copy }: Stored): PrintJobRow {
  return { jobId, document: { kind, ref }, copy };
}

/** Puts a document in the queue; belongs in the transaction of what it tells of. */
export function insertPrintJob(
  db: WriteDb,
  // Without a printer it is the main receipt printer's, a label the main label printer's.
  job: PrintJobRow & { readonly at: number; readonly printerId?: string | null },
): void {
  const { jobId, document, copy, at, printerId = null } = job;
  statement(
    db,
    `INSERT INTO print_job (job_id, document_kind, document_ref, copy, printer_id, outcome,
       error_code, skipped_by, created_at, changed_at)
     VALUES (@jobId, @kind, @ref, @copy, @printerId, 'WAITING', NULL, NULL, @at, @at)`,
  ).run({ jobId, ...document, copy, printerId, at });
}

/**
 * The oldest job that waits for a printer. What names none waits for the main printer of its kind of
 * paper: labels for the main label printer, all else for the main receipt printer.
 */
export function nextWaitingJob(
  db: ReadDb,
  printer: {
    readonly printerId: string;
    readonly main: boolean;
    readonly role: "RECEIPT" | "LABEL";
  },
): PrintJobRow | null {
  const { printerId, main, role } = printer;
  const row = statement(
    db,
    `SELECT ${JOB} FROM print_job
     WHERE outcome = 'WAITING' AND (printer_id = @printerId
       OR (@main AND printer_id IS NULL AND (document_kind = 'LABEL') = @labels))
     ORDER BY job_id LIMIT 1`,
  ).get({ printerId, main: main ? 1 : 0, labels: role === "LABEL" ? 1 : 0 });
  return row === undefined ? null : jobOf(row as Stored);
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

// Only the newest print of a document matters: a reprint takes the place of the one that failed.
const NEWEST = `NOT EXISTS (SELECT 1 FROM print_job newer
  WHERE newer.document_ref = job.document_ref AND newer.document_kind = job.document_kind
    AND newer.copy > job.copy)`;

export function countJobs(db: ReadDb): { waiting: number; failed: number } {
  return statement(
    db,
    `SELECT (SELECT count(*) FROM print_job WHERE outcome = 'WAITING') AS waiting,
       (SELECT count(*) FROM print_job job WHERE outcome = 'FAILED' AND ${NEWEST}) AS failed`,
  ).get() as { waiting: number; failed: number };
}

/** The newest print of each document whose newest print failed, the oldest first. */
export function failedJobs(db: ReadDb): PrintJobRow[] {
  const rows = statement(
    db,
    `SELECT ${JOB} FROM print_job job WHERE outcome = 'FAILED' AND ${NEWEST} ORDER BY job_id`,
  ).all() as Stored[];
  return rows.map(jobOf);
}

/** A job as a person decides about it. */
export type OpenJob = PrintJobRow & {
  readonly printerId: string | null;
  readonly outcome: PrintOutcome;
  readonly errorCode: string | null;
  readonly at: number;
};

const OPEN_JOB = `${JOB}, printer_id AS printerId, outcome, error_code AS errorCode,
  changed_at AS at`;

function openJobOf(row: unknown): OpenJob {
  const { printerId, outcome, errorCode, at, ...job } = row as Stored & Omit<OpenJob, "document">;
  return { ...jobOf(job), printerId, outcome, errorCode, at };
}

/** What waits, and what failed without a newer print, the oldest first. */
export function openJobs(db: ReadDb, limit: number): OpenJob[] {
  return statement(
    db,
    `SELECT ${OPEN_JOB} FROM print_job WHERE outcome = 'WAITING'
     UNION ALL
     SELECT ${OPEN_JOB} FROM print_job job WHERE outcome = 'FAILED' AND ${NEWEST}
     ORDER BY jobId LIMIT ?`,
  )
    .all(limit)
    .map(openJobOf);
}

export function jobById(db: ReadDb, jobId: string): OpenJob | null {
  const row = statement(db, `SELECT ${OPEN_JOB} FROM print_job WHERE job_id = ?`).get(jobId);
  return row === undefined ? null : openJobOf(row);
}

/** Lets a waiting job wait for another printer. */
export function moveJob(
  db: WriteDb,
  job: { readonly jobId: string; readonly printerId: string | null; readonly at: number },
): void {
  statement(
    db,
    `UPDATE print_job SET printer_id = @printerId, error_code = NULL, changed_at = @at
     WHERE job_id = @jobId AND outcome = 'WAITING'`,
  ).run(job);
}

/** Sets a job aside for good. */
export function skipJob(
  db: WriteDb,
  job: { readonly jobId: string; readonly cashierId: string; readonly at: number },
): void {
  statement(
    db,
    `UPDATE print_job SET outcome = 'SKIPPED', skipped_by = @cashierId, changed_at = @at
     WHERE job_id = @jobId`,
  ).run(job);
}

/** The number of the newest print of a document, null before its first. */
export function newestCopy(db: ReadDb, document: DocumentRef): number | null {
  const row = statement(
    db,
    `SELECT max(copy) AS copy FROM print_job WHERE document_ref = @ref AND document_kind = @kind`,
  ).get(document) as { copy: number | null };
  return row.copy;
}

/** How the newest print of a document stands. */
export function printStanding(
  db: ReadDb,
  document: DocumentRef,
): { outcome: PrintOutcome; errorCode: string | null } | null {
  const row = statement(
    db,
    `SELECT outcome, error_code AS errorCode FROM print_job
     WHERE document_ref = @ref AND document_kind = @kind ORDER BY copy DESC LIMIT 1`,
  ).get(document);
  return (row as { outcome: PrintOutcome; errorCode: string | null } | undefined) ?? null;
}
