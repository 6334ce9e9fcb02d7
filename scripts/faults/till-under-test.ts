import path from "node:path";
import { mkdirSync, readFileSync } from "node:fs";
import { type FaultProxy, startFaultProxy } from "../../electron/core/sync/testing/fault-proxy.ts";
import { type ForkedCore, forkCore } from "../../electron/core/testing/forked-core.ts";
import type { CashierState } from "../../shared/contract/till-state.ts";
import { atEnd } from "./at-end.ts";
import { inTurn } from "./in-turn.ts";
import type { ProcessClock, RunTime } from "./clock-file.ts";

const LAST_WORDS = 2_000;

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
  /** What the core said last before each death that nobody ordered. */
  readonly deaths: string[] = [];
  /** the program that the next start is of */
  entry: URL;
  #running: Promise<RunningTill> | null = null;
  #down = false;
  #pid: number | null = null;
  #closed = false;
  #waiting: (() => void)[] = [];
  /** One ends, stops or limits its process at a time. */
  readonly alone = inTurn();

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
    this.entry = made.entry;
  }

  static async create(wanted: {
    readonly code: string;
    readonly home: string;
    readonly centreUrl: string;
    readonly time: RunTime;
    readonly entry: URL;
  }): Promise<TillUnderTest> {
    const { code, home, entry } = wanted;
    const folder = path.join(home, `till-${code}`);
    mkdirSync(folder, { recursive: true });
    const clock = wanted.time.clock(path.join(home, `clock-${code}.json`));
    const line = await startFaultProxy(wanted.centreUrl);
    const till = new TillUnderTest({ code, folder, clock, line, entry });
    atEnd(() => till.killNow());
    return till;
  }

  /** The running core; one that is down is waited for, one that died is started again. */
  async running(): Promise<RunningTill> {
    while (this.#down) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running ??= this.#start();
    return this.#running;
  }

  /** Runs `work` while the core is away, ended in one way or the other, and lets it come back. */
  away(
    how: "KILL" | "SHUTDOWN",
    work: () => Promise<void> | void = () => undefined,
  ): Promise<void> {
    return this.alone(async () => {
      await this.hold(how);
      try {
        await work();
      } finally {
        this.release();
      }
    });
  }

  /** Ends the core at once, as the run itself ends. */
  killNow(): void {
    if (this.#pid !== null) process.kill(this.#pid, "SIGKILL");
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
    const wordsFile = `${this.folder}.log`;
    const options = { entry: this.entry, env, execArgv, unseals: () => this.unseals, wordsFile };
    const core = await forkCore(this.folder, options);
    this.#pid = core.pid;
    const watched = watch(core);
    void core.ended.then(() => {
      this.#pid = null;
      if (this.#down) return;
      this.deaths.push(readFileSync(wordsFile, "utf8").slice(-LAST_WORDS));
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
