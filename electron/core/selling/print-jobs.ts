import {
  countJobs,
  failPrintingJobs,
  nextWaitingJob,
  type PrintJobRow,
  setJobOutcome,
} from "../db/stores/print-job.ts";
import type { PrintJobs } from "../printing/print-queue.ts";
import type { Columns, PrintLine } from "../printing/print-line.ts";
import type { Till } from "../context.ts";
import { journalHead } from "../db/stores/journal.ts";
import { PRINT_DOCUMENTS } from "./print-documents.ts";

/** The durable print jobs as the printer's worker uses them; their instants are the journal's. */
export function printJobs(till: Till): PrintJobs {
  const now = (): number => till.clock.read(journalHead(till.file.db())?.at ?? null).at;
  return {
    nextWaiting: (printer) => {
      const job = nextWaitingJob(till.file.db(), printer);
      if (job === null) return null;
      return { jobId: job.jobId, lines: (columns) => linesOf(till, job, columns) };
    },
    setOutcome: (jobId, outcome, errorCode) =>
      till.file.commit((db) => setJobOutcome(db, { jobId, outcome, errorCode, at: now() })),
    failInterrupted: (errorCode) =>
      till.file.commit((db) => failPrintingJobs(db, errorCode, now())),
    count: () => countJobs(till.file.db()),
  };
}

function linesOf(till: Till, { document, copy }: PrintJobRow, columns: Columns): PrintLine[] {
  const printed = PRINT_DOCUMENTS[document.kind];
  if (printed === undefined) throw new RangeError(`nothing prints a ${document.kind}`);
  return printed.lines(till, document.ref, copy)(columns);
}
