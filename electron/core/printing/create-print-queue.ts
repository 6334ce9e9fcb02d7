import type { PrinterSettings } from "../../../shared/contract/core-api.ts";
import type { ErrorCode } from "../../../shared/contract/errors.ts";
import type { PrinterView } from "../../../shared/contract/till-state.ts";
import { type Delivery, deliverTcp } from "./deliver-tcp.ts";
import type { PrintJob, PrintQueue, PrintQueueOptions, TestResult } from "./print-queue.ts";
import { probePrinter } from "./probe-printer.ts";
import { DRAWER_KICK, receiptBytes } from "./receipt-bytes.ts";
import { rulerPage } from "./ruler-page.ts";

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15_000;
/** A kick that cannot be delivered by then is dropped: the cashier has a key. */
const KICK_DEADLINE_MS = 2_000;
/** How long a printer may take to answer what it can answer at all. */
const PROBE_MS = 1_500;
const CONFIRM_ID_BYTES = 4;
const TEST_ID = [0x54, 0x45, 0x53, 0x54];

/** Starts the worker of the one printer; jobs left PRINTING by a crash become FAILED, unsure. */
export function createPrintQueue(options: PrintQueueOptions): PrintQueue {
  const queue = new PrinterWorker(options);
  queue.start();
  return {
    wake: () => queue.wake(),
    kickDrawer: () => queue.kickDrawer(),
    test: () => queue.test(),
    view: () => queue.view(),
    close: () => queue.close(),
  };
}

class PrinterWorker {
  readonly #options: PrintQueueOptions;
  readonly #closing = new AbortController();
  /** What a person waits for goes before what is in the table. */
  readonly #urgent: (() => Promise<void>)[] = [];
  #working: Promise<void> | null = null;
  #asked = false;
  #problem: ErrorCode | null = null;
  #misses = 0;
  #resting = false;
  #cancelRest: () => void = () => undefined;

  constructor(options: PrintQueueOptions) {
    this.#options = options;
  }

  start(): void {
    this.#options.jobs.failInterrupted("PRINTER_UNSURE");
    this.wake();
  }

  wake(): void {
    this.#rested();
    this.#misses = 0;
    this.#work();
  }

  kickDrawer(): void {
    const settings = this.#options.settings();
    if (settings === null || !settings.drawer) return;
    this.#urgent.push(async () => {
      await this.#deliver(settings, DRAWER_KICK, { deadlineMs: KICK_DEADLINE_MS });
    });
    this.#work();
  }

  test(): Promise<TestResult> {
    const settings = this.#options.settings();
    if (settings === null) return Promise.resolve(failed("PRINTER_NOT_SET"));
    return new Promise((resolve, reject) => {
      this.#urgent.push(() => this.#tryOut(settings).then(resolve, reject));
      this.#work();
    });
  }

  view(): PrinterView {
    const { waiting, failed: failures } = this.#options.jobs.count();
    return { state: this.#state(), waiting, failed: failures };
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#rested();
    await this.#working;
  }

  #state(): PrinterView["state"] {
    if (this.#options.settings() === null) return "NOT_SET";
    if (this.#problem === "PRINTER_PAPER_OUT") return "PAPER_OUT";
    if (this.#problem === "PRINTER_COVER_OPEN") return "COVER_OPEN";
    if (this.#problem !== null) return "UNREACHABLE";
    return this.#working === null ? "READY" : "BUSY";
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
      const urgent = this.#urgent.shift();
      if (urgent !== undefined) {
        await urgent();
        continue;
      }
      const settings = this.#options.settings();
      const job = this.#resting || settings === null ? null : this.#options.jobs.nextWaiting();
      if (settings === null || job === null) return;
      await this.#print(settings, job);
    }
  }

  async #print(settings: PrinterSettings, job: PrintJob): Promise<void> {
    const { jobs, onChange } = this.#options;
    const bytes = bytesOf(job, settings);
    if (bytes === null) {
      this.#options.log("document cannot be laid out", { jobId: job.jobId });
      jobs.setOutcome(job.jobId, "FAILED", "INTERNAL");
      return onChange();
    }
    jobs.setOutcome(job.jobId, "PRINTING", null);
    onChange();
    const delivery = await this.#deliver(settings, bytes, { confirmId: confirmId(job.jobId) });
    this.#learn(delivery);
    if (delivery.outcome !== "FAILED") {
      jobs.setOutcome(job.jobId, delivery.outcome, null);
    } else if (delivery.bytesSent) {
      jobs.setOutcome(job.jobId, "FAILED", delivery.code);
    } else {
      const closing = this.#closing.signal.aborted;
      jobs.setOutcome(job.jobId, "WAITING", closing ? null : delivery.code);
      if (!closing) this.#rest();
    }
    onChange();
  }

  async #tryOut(settings: PrinterSettings): Promise<TestResult> {
    const { host, port } = settings;
    const probe = await probePrinter({ host, port, waitMs: PROBE_MS });
    const problem = probe.reached ? probe.problem : "PRINTER_REFUSED";
    if (!probe.reached || problem !== null) {
      this.#problem = problem;
      return failed(problem ?? "PRINTER_REFUSED");
    }
    const { status, confirms } = probe;
    const bytes = receiptBytes(rulerPage(settings.columns), settings);
    const learnt = { ...settings, status, confirms };
    const delivery = await this.#deliver(learnt, bytes, { confirmId: TEST_ID });
    this.#learn(delivery);
    const learned = { status, confirms };
    return delivery.outcome === "FAILED"
      ? { ...failed(delivery.code), learned }
      : { outcome: delivery.outcome, errorCode: null, learned };
  }

  #deliver(
    settings: PrinterSettings,
    bytes: Uint8Array,
    job: { readonly deadlineMs?: number; readonly confirmId?: readonly number[] },
  ): Promise<Delivery> {
    const { host, port, confirms, status, deadlineMs } = settings;
    const onPaper = job.confirmId !== undefined;
    return deliverTcp({
      host,
      port,
      bytes,
      deadlineMs: Math.min(deadlineMs, job.deadlineMs ?? deadlineMs),
      status: status ? (onPaper ? "BEFORE" : "AFTER") : "NONE",
      confirmId: confirms && job.confirmId !== undefined ? job.confirmId : null,
      signal: this.#closing.signal,
    });
  }

  #learn(delivery: Delivery): void {
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
}

/** Four printable bytes that tell this job's confirmation from another's. */
function confirmId(jobId: string): readonly number[] {
  return [...Buffer.from(jobId.slice(-CONFIRM_ID_BYTES), "ascii")];
}

/** Null for what no paper can hold: it must not hold up the jobs behind it. */
function bytesOf(job: PrintJob, settings: PrinterSettings): Uint8Array | null {
  try {
    return receiptBytes(job.lines(settings.columns), settings);
  } catch {
    return null;
  }
}

function failed(code: ErrorCode): TestResult {
  return { outcome: "FAILED", errorCode: code, learned: null };
}
