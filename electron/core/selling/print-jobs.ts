import type { Till } from "../context.ts";
import {
  countJobs,
  failPrintingJobs,
  nextWaitingJob,
  setJobOutcome,
} from "../db/stores/print-job.ts";
import type { PrintJobs } from "../printing/print-queue.ts";
import { storedReceipt } from "./receipt.ts";

/** The durable print jobs as the printer's worker uses them. */
export function printJobs(till: Pick<Till, "file" | "keys">, now: () => number): PrintJobs {
  return {
    nextWaiting: () => {
      const job = nextWaitingJob(till.file.db());
      return job === null ? null : { jobId: job.jobId, model: storedReceipt(job, till.keys()) };
    },
    setOutcome: (jobId, outcome, errorCode) =>
      till.file.commit((db) => setJobOutcome(db, { jobId, outcome, errorCode, at: now() })),
    failInterrupted: (errorCode) =>
      till.file.commit((db) => failPrintingJobs(db, errorCode, now())),
    count: () => countJobs(till.file.db()),
  };
}
