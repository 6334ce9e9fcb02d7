import type { ErrorCode } from "../../../shared/contract/errors.ts";
import type { Printer } from "../../../shared/contract/printers.ts";
import type { PrinterView, PrintOutcome } from "../../../shared/contract/till-state.ts";
import type { Delivery } from "./delivery.ts";
import type { PrintJob, PrintQueueOptions, TestResult } from "./print-queue.ts";
import { drawerKick, receiptBytes } from "./receipt-bytes.ts";
import { rulerPage } from "./ruler-page.ts";

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15_000;
/** A kick that cannot be delivered by then is dropped: the cashier has a key. */
const KICK_DEADLINE_MS = 2_000;
/** How long a printer may take to answer what it can answer at all. */
const PROBE_MS = 1_500;
const CONFIRM_ID_BYTES = 4;
const TEST_ID = [0x54, 0x45, 0x53, 0x54];

/** The worker of one printer: one job at a time, and never the same one twice by itself. */
export class PrinterWorker {
  readonly #printerId: string;
  readonly #options: PrintQueueOptions;
  readonly #closing = new AbortController();
  /** What a person waits for goes before what is in the table. */
  readonly #urgent: (() => Promise<void>)[] = [];
  #working: Promise<void> | null = null;
  #asked = false;
  #problem: ErrorCode | null = null;
  /** Somebody acted since the problem was found: without a job to show it, it is looked at anew. */
  #stale = false;
  #misses = 0;
  #resting = false;
  /** How a job ended, until the file has it: else it would stay PRINTING for nobody to see. */
  #unkept: (() => void) | null = null;
  #cancelRest: () => void = () => undefined;
  #cancelLook: () => void = () => undefined;

  constructor(printerId: string, options: PrintQueueOptions) {
    this.#printerId = printerId;
    this.#options = options;
    this.#lookLater();
  }

  wake(): void {
    this.#rested();
    this.#misses = 0;
    this.#stale = this.#problem !== null;
    this.#work();
  }

  kickDrawer(): void {
    const printer = this.#printer();
    if (printer?.drawer === undefined || printer.drawer === null) return;
    const bytes = drawerKick(printer.drawer);
    this.#urgent.push(async () => {
      await this.#deliver(printer, bytes, { deadlineMs: KICK_DEADLINE_MS });
    });
    this.#work();
  }

  test(): Promise<TestResult> {
    return new Promise((resolve, reject) => {
      this.#urgent.push(() => this.#tryOut().then(resolve, reject));
      this.#work();
    });
  }

  state(): PrinterView["state"] {
    if (this.#problem === "PRINTER_PAPER_OUT") return "PAPER_OUT";
    if (this.#problem === "PRINTER_COVER_OPEN") return "COVER_OPEN";
    if (this.#problem !== null) return "UNREACHABLE";
    return this.#working === null ? "READY" : "BUSY";
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#rested();
    this.#cancelLook();
    await this.#working;
  }

  #printer(): Printer | undefined {
    return this.#options.printers().find(({ printerId }) => printerId === this.#printerId);
  }

  #work(): void {
    if (this.#closing.signal.aborted) return;
    // Asked while the worker may already have looked for the last time: it looks once more.
    this.#asked = true;
    if (this.#working !== null) return;
    this.#asked = false;
    // A turn later, so that whoever looks during the first step already sees it working.
    this.#working = Promise.resolve()
      .then(() => this.#run())
      .catch((error: unknown) => {
        this.#options.log("print queue failed", { error: String(error) });
        this.#rest();
      })
      .finally(() => {
        this.#working = null;
        this.#options.onChange();
        if (this.#asked) this.#work();
      });
  }

  async #run(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      this.#keep();
      const urgent = this.#urgent.shift();
      if (urgent !== undefined) {
        await urgent();
        continue;
      }
      const printer = this.#resting ? undefined : this.#printer();
      const job = printer === undefined ? null : this.#options.jobs.nextWaiting(printer);
      if (printer === undefined) return;
      if (job !== null) await this.#print(printer, job);
      else if (this.#stale) await this.#look();
      else return;
    }
  }

  async #print(printer: Printer, job: PrintJob): Promise<void> {
    const { jobs, onChange } = this.#options;
    const bytes = bytesOf(job, printer);
    if (bytes === null) {
      this.#options.log("document cannot be laid out", { jobId: job.jobId });
      jobs.setOutcome(job.jobId, "FAILED", "INTERNAL");
      return onChange();
    }
    jobs.setOutcome(job.jobId, "PRINTING", null);
    onChange();
    const delivery = await this.#deliver(printer, bytes, { confirmId: confirmId(job.jobId) });
    this.#learn(delivery);
    const closing = this.#closing.signal.aborted;
    const [outcome, code] = endOf(delivery, closing);
    if (outcome === "WAITING" && !closing) this.#rest();
    this.#unkept = () => jobs.setOutcome(job.jobId, outcome, code);
    this.#keep();
    onChange();
  }

  #keep(): void {
    this.#unkept?.();
    this.#unkept = null;
  }

  async #tryOut(): Promise<TestResult> {
    const printer = this.#printer();
    if (printer === undefined) return failed("PRINTER_UNKNOWN");
    const probe = await this.#options.transportOf(printer.transport).probe(PROBE_MS);
    const problem = probe.reached ? probe.problem : probe.code;
    if (!probe.reached || problem !== null) {
      this.#problem = problem;
      return failed(problem ?? "PRINTER_REFUSED");
    }
    const { status, confirms } = probe;
    const bytes = receiptBytes(rulerPage(printer.columns), printer);
    const learnt = { ...printer, status, confirms };
    const delivery = await this.#deliver(learnt, bytes, { confirmId: TEST_ID });
    this.#learn(delivery);
    const learned = { status, confirms };
    return delivery.outcome === "FAILED"
      ? { ...failed(delivery.code), learned }
      : { outcome: delivery.outcome, errorCode: null, learned };
  }

  #deliver(
    printer: Printer,
    bytes: Uint8Array,
    job: { readonly deadlineMs?: number; readonly confirmId?: readonly number[] },
  ): Promise<Delivery> {
    const { transport, confirms, status, deadlineMs } = printer;
    const onPaper = job.confirmId !== undefined;
    return this.#options.transportOf(transport).deliver({
      bytes,
      deadlineMs: Math.min(deadlineMs, job.deadlineMs ?? deadlineMs),
      status: status ? (onPaper ? "BEFORE" : "AFTER") : "NONE",
      confirmId: confirms && job.confirmId !== undefined ? job.confirmId : null,
      signal: this.#closing.signal,
    });
  }

  #learn(delivery: Delivery): void {
    this.#stale = false;
    this.#problem = delivery.outcome === "FAILED" ? delivery.code : null;
    if (this.#problem !== null) return;
    this.#misses = 0;
    this.#rested();
  }

  /** Nothing was sent, so trying again is safe: soon at first, then less often. */
  #rest(): void {
    const waitMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#misses);
    this.#misses += 1;
    this.#resting = true;
    this.#cancelRest = this.#options.schedule(waitMs, () => {
      this.#resting = false;
      this.#work();
    });
  }

  #rested(): void {
    this.#cancelRest();
    this.#resting = false;
  }

  /** Paper and cover are asked for now and then, so that they are known before the next receipt. */
  #lookLater(): void {
    const { lookEveryMs, schedule } = this.#options;
    if (lookEveryMs === null || this.#closing.signal.aborted) return;
    this.#cancelLook = schedule(lookEveryMs, () => {
      // One that is busy or being tried again says so by itself.
      const idle = this.#working === null && !this.#resting;
      if (idle && this.#printer()?.status === true) {
        this.#urgent.push(() => this.#look());
        this.#work();
      }
      this.#lookLater();
    });
  }

  async #look(): Promise<void> {
    const printer = this.#printer();
    this.#stale = false;
    this.#problem = null;
    if (printer?.status !== true) return;
    this.#problem = await this.#options.transportOf(printer.transport).ask(PROBE_MS);
  }
}

/** What a delivery makes of its job: what never left waits on, what may be on paper is failed. */
function endOf(delivery: Delivery, closing: boolean): [PrintOutcome, ErrorCode | null] {
  if (delivery.outcome !== "FAILED") return [delivery.outcome, null];
  if (delivery.bytesSent) return ["FAILED", delivery.code];
  return ["WAITING", closing ? null : delivery.code];
}

/** Four printable bytes that tell this job's confirmation from another's. */
function confirmId(jobId: string): readonly number[] {
  return [...Buffer.from(jobId.slice(-CONFIRM_ID_BYTES), "ascii")];
}

/** Null for what no paper can hold: it must not hold up the jobs behind it. */
function bytesOf(job: PrintJob, printer: Printer): Uint8Array | null {
  try {
    return receiptBytes(job.lines(printer.columns), printer);
  } catch {
    return null;
  }
}

function failed(code: ErrorCode): TestResult {
  return { outcome: "FAILED", errorCode: code, learned: null };
}
