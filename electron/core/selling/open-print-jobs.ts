import { AppError } from "../../../shared/contract/errors.ts";
import type { PrintJobView } from "../../../shared/contract/printers.ts";
import { once } from "../command.ts";
import type { Till } from "../context.ts";
import type { ReadDb, WriteDb } from "../db/database.ts";
import { journalHead } from "../db/stores/journal.ts";
import {
  jobById,
  moveJob,
  newestCopy,
  type OpenJob,
  openJobs,
  skipJob,
} from "../db/stores/print-job.ts";
import { printers } from "../db/stores/printer.ts";
import { queueCopy } from "./print-copy.ts";
import { PRINT_DOCUMENTS } from "./print-documents.ts";

/** More than a person can decide about one by one. */
const SHOWN = 50;

/** What waits for a printer and what failed, the oldest first. */
export function openPrintJobs(till: Till): PrintJobView[] {
  const db = till.file.db();
  return openJobs(db, SHOWN).map(({ document, ...job }) => ({
    ...job,
    kind: document.kind,
    number: PRINT_DOCUMENTS[document.kind]?.number?.(db, document.ref) ?? null,
  }));
}

type Decision = { readonly commandId: string; readonly jobId: string };

/**
 * Prints a job that waits, now and on the printer named (null: the main receipt printer). One that
 * failed may be on paper already, so a copy marked as such is printed in its place.
 * Fails with: NOT_LOGGED_IN, PRINT_JOB_DONE, PRINTER_UNKNOWN, COMMAND_REUSED.
 */
export function printOpenJob(
  till: Till,
  input: Decision & { readonly printerId: string | null },
): void {
  const { commandId, jobId, printerId } = input;
  const { cashierId } = till.session.require();
  const content = { jobId, printerId };
  decide(till, { commandId, procedure: "printer.printJob", content }, (db, at) => {
    if (printerId !== null && !knows(db, printerId)) throw new AppError("PRINTER_UNKNOWN");
    const { document, outcome } = openJob(db, jobId);
    if (outcome === "WAITING") moveJob(db, { jobId, printerId, at });
    else queueCopy(till, db, { document, commandId, actorId: cashierId, printerId });
    return jobId;
  });
}

/**
 * Sets a job aside: it is not printed by itself any more, and who decided that is kept.
 * Fails with: NOT_LOGGED_IN, PRINT_JOB_DONE, COMMAND_REUSED.
 */
export function skipOpenJob(till: Till, { commandId, jobId }: Decision): void {
  const { cashierId } = till.session.require();
  decide(till, { commandId, procedure: "printer.skipJob", content: { jobId } }, (db, at) => {
    openJob(db, jobId);
    skipJob(db, { jobId, cashierId, at });
    return jobId;
  });
}

function decide(
  till: Till,
  command: Omit<Parameters<typeof once>[1], "at">,
  work: (db: WriteDb, at: number) => string,
): void {
  const { repeated } = till.file.commit((db) => {
    const { at } = till.clock.read(journalHead(db)?.at ?? null);
    return once(db, { ...command, at }, () => work(db, at));
  });
  if (!repeated) {
    till.entryWritten();
    till.receiptQueued(false);
  }
  till.changed();
}

/** Fails with: PRINT_JOB_DONE when it neither waits nor failed, or a copy was made in its place. */
function openJob(db: WriteDb, jobId: string): OpenJob {
  const job = jobById(db, jobId);
  if (job === null) throw new AppError("PRINT_JOB_DONE");
  const isNewest = newestCopy(db, job.document) === job.copy;
  const isOpen = job.outcome === "WAITING" || (job.outcome === "FAILED" && isNewest);
  if (!isOpen) throw new AppError("PRINT_JOB_DONE");
  return job;
}

function knows(db: ReadDb, printerId: string): boolean {
  return printers(db).some((printer) => printer.printerId === printerId);
}
