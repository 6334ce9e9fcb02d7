import type { ErrorCode } from "../../../shared/contract/errors.ts";
import type { Printer, PrinterTransport } from "../../../shared/contract/printers.ts";
import type { PrinterView, PrintOutcome } from "../../../shared/contract/till-state.ts";
import type { Log, Schedule } from "../adapters.ts";
import type { Transport } from "./delivery.ts";
import type { Columns, PrintLine } from "./print-line.ts";

/** A document to print: one row of `print_job`. Building its lines may throw: then it cannot print. */
export type PrintJob = {
  readonly jobId: string;
  readonly lines: (columns: Columns) => PrintLine[];
};

/** What the queue needs of the durable table. Every call is its own short transaction. */
export type PrintJobs = {
  /** The oldest job in state WAITING that is this printer's, or null. */
  readonly nextWaiting: (printer: Printer) => PrintJob | null;
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

/** One worker a printer, one job at a time. No call waits for a printer except `test`. */
export type PrintQueue = {
  /** Call after a commit that added a job, and when the printers change: tries at once. */
  readonly wake: () => void;
  /**
   * Opens the drawer of the main receipt printer, or of the first printer that has one, before
   * anything else waiting there. Tried once and now, never later by itself.
   */
  readonly kickDrawer: () => void;
  /**
   * Learns what a printer answers and prints the ruler page; answers when it is over.
   * Fails with: PRINTER_UNKNOWN.
   */
  readonly test: (printerId: string) => Promise<TestResult>;
  readonly view: () => PrinterView;
  /** Ends the open deliveries and takes no more jobs. */
  readonly close: () => Promise<void>;
};

export type PrintQueueOptions = {
  readonly jobs: PrintJobs;
  /** Read anew for each job, the main receipt printer first. */
  readonly printers: () => readonly Printer[];
  readonly transportOf: (at: PrinterTransport) => Transport;
  readonly schedule: Schedule;
  /** How often an idle printer that answers is asked for paper and cover; null: never. */
  readonly lookEveryMs: number | null;
  readonly log: Log;
  /** Called after each change of `view()` or of a job's outcome. */
  readonly onChange: () => void;
};
