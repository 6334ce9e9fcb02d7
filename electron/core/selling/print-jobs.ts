import {
  countJobs,
  failPrintingJobs,
  nextWaitingJob,
  setJobOutcome,
} from "../db/stores/print-job.ts";
import type { PrintJobs } from "../printing/print-queue.ts";
import { type ReceiptSources, receiptOf } from "./receipt.ts";

/** The durable print jobs as the printer's worker uses them. */
export function printJobs(till: ReceiptSources, now: () => number): PrintJobs {
  return {
    nextWaiting: () => {
      const job = nextWaitingJob(till.file.db());
      if (job === null) return null;
      return { jobId: job.jobId, model: receiptOf(till, job.saleId, job.copy) };
    },
    setOutcome: (jobId, outcome, errorCode) =>
      till.file.commit((db) => setJobOutcome(db, { jobId, outcome, errorCode, at: now() })),
    failInterrupted: (errorCode) =>
      till.file.commit((db) => failPrintingJobs(db, errorCode, now())),
    count: () => countJobs(till.file.db()),
  };
}
