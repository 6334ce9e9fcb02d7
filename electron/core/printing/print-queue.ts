import type { PrinterSettings } from "../../../shared/contract/core-api.ts";
import type { ErrorCode } from "../../../shared/contract/errors.ts";
import type { PrinterView, PrintOutcome } from "../../../shared/contract/till-state.ts";
import type { Log, Schedule } from "../adapters.ts";
import type { Columns, PrintLine } from "./print-line.ts";

/** A document to print: one row of `print_job`. Building its lines may throw: then it cannot print. */
export type PrintJob = {
  readonly jobId: string;
  readonly lines: (columns: Columns) => PrintLine[];
};

/** What the queue needs of the durable table. Every call is its own short transaction. */
export type PrintJobs = {
  /** The oldest job in state WAITING, or null. */
  readonly nextWaiting: () => PrintJob | null;
  /** Keeps the outcome; `errorCode` is null unless the last try failed. */
  readonly setOutcome: (jobId: string, outcome: PrintOutcome, errorCode: ErrorCode | null) => void;
  /** Jobs found PRINTING at start become FAILED with `errorCode`: nobody knows how far they came. */
  readonly failInterrupted: (errorCode: ErrorCode) => number;
  readonly count: () => { readonly waiting: number; readonly failed: number };
};

/** How one print ended, for the person who pressed the button. */
export type PrintResult = { readonly outcome: PrintOutcome; readonly errorCode: ErrorCode | null };

/** `learned` is what the printer turned out to answer, to be kept in its settings; null if unknown. */
export type TestResult = PrintResult & {
  readonly learned: { readonly status: boolean; readonly confirms: boolean } | null;
};

/** One printer, one worker, one job at a time. No call waits for the printer except `test`. */
export type PrintQueue = {
  /** Call after a commit that added a job, and when the settings change: tries at once. */
  readonly wake: () => void;
  /** Kicks the drawer before anything else waiting. Tried once and now, never later by itself. */
  readonly kickDrawer: () => void;
  /** Learns what the printer answers and prints the ruler page; answers when it is over. */
  readonly test: () => Promise<TestResult>;
  readonly view: () => PrinterView;
  /** Ends the open delivery and takes no more jobs. */
  readonly close: () => Promise<void>;
};

export type PrintQueueOptions = {
  readonly jobs: PrintJobs;
  /** Read anew for each job; null while no printer is set. */
  readonly settings: () => PrinterSettings | null;
  readonly schedule: Schedule;
  readonly log: Log;
  /** Called after each change of `view()` or of a job's outcome. */
  readonly onChange: () => void;
};
