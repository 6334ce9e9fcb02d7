import { AppError } from "../../../shared/contract/errors.ts";
import type { Printer } from "../../../shared/contract/printers.ts";
import type { PrinterView } from "../../../shared/contract/till-state.ts";
import type { PrintQueue, PrintQueueOptions } from "./print-queue.ts";
import { PrinterWorker } from "./printer-worker.ts";

/** Starts a worker for each printer; jobs left PRINTING by a crash become FAILED, unsure. */
export function createPrintQueue(options: PrintQueueOptions): PrintQueue {
  options.jobs.failInterrupted("PRINTER_UNSURE");
  const workers = new Workers(options);
  workers.wake();
  return {
    wake: () => workers.wake(),
    kickDrawer: () => workers.kickDrawer(),
    test: (printerId) => workers.of(printerId).test(),
    view: () => workers.view(),
    close: () => workers.close(),
  };
}

/** The workers of the printers there are now. */
class Workers {
  readonly #options: PrintQueueOptions;
  readonly #workers = new Map<string, PrinterWorker>();
  /** Workers of printers that were taken away, until their last delivery has ended. */
  readonly #leaving = new Set<Promise<void>>();

  constructor(options: PrintQueueOptions) {
    this.#options = options;
  }

  wake(): void {
    this.#sync();
    for (const worker of this.#workers.values()) worker.wake();
  }

  kickDrawer(): void {
    const owner = this.#options.printers().find(({ drawer }) => drawer !== null);
    if (owner !== undefined) this.#workers.get(owner.printerId)?.kickDrawer();
  }

  /** Fails with: PRINTER_UNKNOWN. */
  of(printerId: string): PrinterWorker {
    this.#sync();
    const worker = this.#workers.get(printerId);
    if (worker === undefined) throw new AppError("PRINTER_UNKNOWN");
    return worker;
  }

  view(): PrinterView {
    const { waiting, failed } = this.#options.jobs.count();
    const printers = this.#options.printers();
    const main = printers.find((printer) => printer.main && printer.role === "RECEIPT");
    return {
      state: main === undefined ? "NOT_SET" : this.#stateOf(main),
      waiting,
      failed,
      printers: printers.map((printer) => {
        const { printerId, name, role } = printer;
        return { printerId, name, role, state: this.#stateOf(printer) };
      }),
    };
  }

  async close(): Promise<void> {
    const closing = [...this.#workers.values()].map((worker) => worker.close());
    this.#workers.clear();
    await Promise.all([...closing, ...this.#leaving]);
  }

  #stateOf({ printerId }: Printer): PrinterView["state"] {
    return this.#workers.get(printerId)?.state() ?? "READY";
  }

  #sync(): void {
    const known = new Set(this.#options.printers().map(({ printerId }) => printerId));
    for (const [printerId, worker] of this.#workers) {
      if (known.has(printerId)) continue;
      this.#workers.delete(printerId);
      const left = worker.close().finally(() => this.#leaving.delete(left));
      this.#leaving.add(left);
    }
    for (const printerId of known) {
      if (this.#workers.has(printerId)) continue;
      this.#workers.set(printerId, new PrinterWorker(printerId, this.#options));
    }
  }
}
