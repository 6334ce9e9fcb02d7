import { Worker } from "node:worker_threads";
import type { SyncEvent, SyncHandle, SyncOptions } from "./sync-handle.ts";
import type { WorkerCommand, WorkerStart } from "./worker-protocol.ts";

const CLOSE_WITHIN_MS = 3_000;
const FIRST_RESTART_MS = 1_000;
const LONGEST_RESTART_MS = 60_000;

/** Starts the sync worker; one that dies is started again, later each time. */
export function createSync(options: SyncOptions): SyncHandle {
  const keeper = new WorkerKeeper(options);
  keeper.start();
  return {
    entryWritten: () => keeper.tell("entry-written"),
    syncNow: () => keeper.tell("sync-now"),
    close: () => keeper.close(),
  };
}

class WorkerKeeper {
  readonly #options: SyncOptions;
  #worker: Worker | null = null;
  #deaths = 0;
  #restart: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(options: SyncOptions) {
    this.#options = options;
  }

  start(): void {
    const { workerUrl, onEvent, databasePath, centreUrl, version, identity } = this.#options;
    const { isKeyProtected } = this.#options;
    const afterDeath = this.#deaths > 0;
    const till = { databasePath, centreUrl, version, identity, isKeyProtected };
    const workerData: WorkerStart = { ...till, afterDeath };
    const worker = new Worker(workerUrl, { workerData, name: "sync" });
    this.#worker = worker;
    worker.on("message", (event: SyncEvent) => {
      if (event.type === "status" && event.view.state === "ONLINE") this.#deaths = 0;
      onEvent(event);
    });
    let reason = "the worker ended";
    worker.on("error", (error) => {
      reason = String(error);
    });
    worker.on("exit", () => this.#ended(worker, reason));
  }

  tell(command: WorkerCommand): void {
    this.#worker?.postMessage(command);
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#restart !== null) clearTimeout(this.#restart);
    const worker = this.#worker;
    if (worker === null) return;
    await new Promise<void>((resolve) => {
      const late = setTimeout(() => void worker.terminate(), CLOSE_WITHIN_MS);
      worker.once("exit", () => {
        clearTimeout(late);
        resolve();
      });
      worker.postMessage("close" satisfies WorkerCommand);
    });
  }

  #ended(worker: Worker, reason: string): void {
    if (this.#worker === worker) this.#worker = null;
    if (this.#closed) return;
    this.#deaths += 1;
    this.#options.onEvent({ type: "failed", code: "INTERNAL", inARow: this.#deaths, reason });
    const waitMs = Math.min(LONGEST_RESTART_MS, FIRST_RESTART_MS * 2 ** (this.#deaths - 1));
    this.#restart = setTimeout(() => this.start(), waitMs);
  }
}
