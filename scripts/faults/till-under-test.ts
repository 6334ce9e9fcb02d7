import path from "node:path";
import { mkdirSync } from "node:fs";
import { type FaultProxy, startFaultProxy } from "../../electron/core/sync/testing/fault-proxy.ts";
import { type ForkedCore, forkCore } from "../../electron/core/testing/forked-core.ts";
import type { CashierState } from "../../shared/contract/till-state.ts";
import { createProcessClock, type ProcessClock } from "./clock-file.ts";

export type RunningTill = {
  readonly core: ForkedCore;
  readonly state: () => CashierState;
  /** Resolves once the state is as wanted; rejects when the core is gone. */
  readonly until: (wanted: (state: CashierState) => boolean) => Promise<CashierState>;
};

/** A till whose core is a process of its own, with a line to the centre that can be broken. */
export class TillUnderTest {
  readonly code: string;
  readonly folder: string;
  readonly clock: ProcessClock;
  readonly line: FaultProxy;
  /** Whether the key store opens. */
  unseals = true;
  /** Entries, by seq, that the run itself made faulty. */
  readonly poisoned = new Set<number>();
  /** Deaths that nobody ordered. */
  crashes = 0;
  readonly #entry: URL;
  #running: Promise<RunningTill> | null = null;
  #down = false;
  #closed = false;
  #waiting: (() => void)[] = [];

  private constructor(made: {
    readonly code: string;
    readonly folder: string;
    readonly clock: ProcessClock;
    readonly line: FaultProxy;
    readonly entry: URL;
  }) {
    this.code = made.code;
    this.folder = made.folder;
    this.clock = made.clock;
    this.line = made.line;
    this.#entry = made.entry;
  }

  static async create(wanted: {
    readonly code: string;
    readonly home: string;
    readonly centreUrl: string;
    readonly offsetMs: number;
    readonly entry: URL;
  }): Promise<TillUnderTest> {
    const { code, home, entry } = wanted;
    const folder = path.join(home, `till-${code}`);
    mkdirSync(folder, { recursive: true });
    const clock = createProcessClock(path.join(home, `clock-${code}.json`), wanted.offsetMs);
    const line = await startFaultProxy(wanted.centreUrl);
    return new TillUnderTest({ code, folder, clock, line, entry });
  }

  /** The running core; one that is down is waited for, one that died is started again. */
  async running(): Promise<RunningTill> {
    while (this.#down) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running ??= this.#start();
    return this.#running;
  }

  /** Runs `work` while the core is away, ended in one way or the other, and lets it come back. */
  async away(
    how: "KILL" | "SHUTDOWN",
    work: () => Promise<void> | void = () => undefined,
  ): Promise<void> {
    await this.hold(how);
    try {
      await work();
    } finally {
      this.release();
    }
  }

  /** Ends the core, which stays away until `release`. */
  async hold(how: "KILL" | "SHUTDOWN"): Promise<void> {
    const running = await this.running();
    this.#down = true;
    if (how === "KILL") await running.core.kill();
    else await running.core.shutdown();
    this.#running = null;
  }

  release(): void {
    this.#down = false;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    if (!this.#down) await this.hold("SHUTDOWN");
    await this.line.turnOff();
  }

  async #start(): Promise<RunningTill> {
    const { env, execArgv } = this.clock;
    const options = { entry: this.#entry, env, execArgv, unseals: () => this.unseals };
    const core = await forkCore(this.folder, options);
    const watched = watch(core);
    void core.ended.then(() => {
      if (this.#down) return;
      this.crashes += 1;
      this.#running = null;
    });
    await watched.until(() => true);
    return { core, ...watched };
  }
}

function watch({ cashier, ended }: ForkedCore): Omit<RunningTill, "core"> {
  let newest: CashierState | null = null;
  const checks = new Set<() => void>();
  cashier.state.watch.subscribe(undefined, {
    onData: (state) => {
      newest = state;
      for (const check of checks) check();
    },
    onError: () => undefined,
  });
  return {
    state: () => {
      if (newest === null) throw new Error("nothing was said yet");
      return newest;
    },
    until: (wanted) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          if (newest === null || !wanted(newest)) return;
          checks.delete(check);
          resolve(newest);
        };
        checks.add(check);
        void ended.then(() => {
          checks.delete(check);
          reject(new Error("the core is gone"));
        });
        check();
      }),
  };
}
