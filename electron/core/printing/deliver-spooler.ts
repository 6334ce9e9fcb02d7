import type { ErrorCode } from "../../../shared/contract/errors.ts";
import type { Delivery, DeliveryJob, Transport } from "./delivery.ts";
import { type SpoolerHandle, systemWinspool, type Winspool } from "./winspool.ts";

/** JOB_STATUS_* of winspool.h. */
const DELETED = 0x100;
const ERROR = 0x2;
const OFFLINE = 0x20;
const PAPER_OUT = 0x40;
const PRINTED = 0x80;
const USER_INTERVENTION = 0x400;

const LOOK_EVERY_MS = 200;
const NAME = "Bela Beli";

/**
 * A queue of the Windows spooler. A job that left the queue is SENT: the spooler knows no more. Our
 * own job that is stuck at the deadline is taken out of the queue, so that it never prints later;
 * how much of it the printer already had, nobody knows.
 */
export function spoolerTransport(
  queue: string,
  spooler: () => Promise<Winspool> = systemWinspool,
): Transport {
  return {
    deliver: (job) => new SpoolerDelivery(queue, job).run(spooler),
    probe: async () => {
      const code = await queueProblem(queue, spooler);
      if (code !== null) return { reached: false, code };
      return { reached: true, status: false, confirms: false, problem: null };
    },
    ask: () => queueProblem(queue, spooler),
  };
}

async function queueProblem(
  queue: string,
  spooler: () => Promise<Winspool>,
): Promise<ErrorCode | null> {
  try {
    const winspool = await spooler();
    const printer = await winspool.openPrinter(queue);
    if (printer === null) return "PRINTER_REFUSED";
    await winspool.closePrinter(printer);
    return null;
  } catch {
    return "PRINTER_TRANSPORT_MISSING";
  }
}

class SpoolerDelivery {
  readonly #queue: string;
  readonly #job: DeliveryJob;
  #begun = false;
  #over: ErrorCode | null = null;
  #problem: ErrorCode | null = null;
  #wakeUp: () => void = () => undefined;

  constructor(queue: string, job: DeliveryJob) {
    this.#queue = queue;
    this.#job = job;
  }

  /** Settles at the deadline at the latest, even if the spooler itself hangs. */
  run(spooler: () => Promise<Winspool>): Promise<Delivery> {
    const { deadlineMs, signal } = this.#job;
    return new Promise((resolve) => {
      const giveUp = (code: ErrorCode): void => {
        this.#over ??= this.#problem ?? code;
        this.#wakeUp();
        resolve(this.#failed(this.#over));
      };
      const onAbort = (): void => giveUp("PRINTER_UNSURE");
      const timer = setTimeout(() => giveUp("PRINTER_TIMEOUT"), deadlineMs);
      signal?.addEventListener("abort", onAbort, { once: true });
      if (signal?.aborted === true) onAbort();
      void this.#deliver(spooler)
        .then(resolve)
        .finally(() => {
          clearTimeout(timer);
          signal?.removeEventListener("abort", onAbort);
        });
    });
  }

  async #deliver(spooler: () => Promise<Winspool>): Promise<Delivery> {
    let winspool: Winspool;
    try {
      winspool = await spooler();
    } catch {
      return this.#failed("PRINTER_TRANSPORT_MISSING");
    }
    try {
      const printer = await winspool.openPrinter(this.#queue);
      if (printer === null) return this.#failed("PRINTER_REFUSED");
      try {
        return await this.#spool(winspool, printer);
      } finally {
        await winspool.closePrinter(printer);
      }
    } catch {
      return this.#failed("PRINTER_RESET");
    }
  }

  async #spool(winspool: Winspool, printer: SpoolerHandle): Promise<Delivery> {
    const { bytes } = this.#job;
    if (this.#over !== null) return this.#failed(this.#over);
    const id = await winspool.startDocument(printer, NAME);
    if (id === 0) return this.#failed("PRINTER_REFUSED");
    this.#begun = true;
    // A job given up meanwhile gets no bytes: an empty document prints nothing.
    const written = this.#over === null ? await winspool.write(printer, bytes) : 0;
    const ended = await winspool.endDocument(printer);
    if (this.#over === null && written === bytes.length && ended) {
      if (await this.#leftQueue(winspool, printer, id)) return { outcome: "SENT" };
    }
    await winspool.deleteJob(printer, id);
    return this.#failed(this.#over ?? this.#problem ?? "PRINTER_RESET");
  }

  /** True once the job has left the queue by printing; false once this delivery was given up. */
  async #leftQueue(winspool: Winspool, printer: SpoolerHandle, id: number): Promise<boolean> {
    while (this.#over === null) {
      const status = await winspool.jobStatus(printer, id);
      if (status === null || (status & PRINTED) !== 0) return true;
      if ((status & DELETED) !== 0) return false;
      this.#problem = problemOf(status);
      await this.#pause();
    }
    return false;
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LOOK_EVERY_MS);
      this.#wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #failed(code: ErrorCode): Delivery {
    return { outcome: "FAILED", code, bytesSent: this.#begun };
  }
}

function problemOf(status: number): ErrorCode | null {
  if ((status & PAPER_OUT) !== 0) return "PRINTER_PAPER_OUT";
  if ((status & OFFLINE) !== 0) return "PRINTER_REFUSED";
  return (status & (ERROR | USER_INTERVENTION)) === 0 ? null : "PRINTER_ERROR";
}
