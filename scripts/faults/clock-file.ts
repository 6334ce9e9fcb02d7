import { writeFileSync } from "node:fs";
import { nextPeriod, periodOf } from "../../shared/domain/period.ts";
import { inTurn } from "./in-turn.ts";
import type { ClockFile } from "./shifted-clock.ts";

/** What a process of the run takes for the time; see shifted-clock.ts. */
export type ProcessClock = {
  /** for its environment and its arguments */
  readonly env: NodeJS.ProcessEnv;
  readonly execArgv: readonly string[];
  readonly set: (change: Partial<ClockFile>) => void;
  readonly now: () => ClockFile;
};

const PRELOAD = new URL("./shifted-clock.ts", import.meta.url).href;

/** Starts with the clock so far off. */
function createProcessClock(path: string, offsetMs: number): ProcessClock {
  let current: ClockFile = { offsetMs, timeZone: "Asia/Jakarta", workerEnds: 0 };
  const set = (change: Partial<ClockFile>): void => {
    current = { ...current, ...change };
    writeFileSync(path, JSON.stringify(current));
  };
  set({});
  return {
    env: { ...process.env, BELA_BELI_FAULTS: path, DATABASE_URL: undefined },
    execArgv: ["--import", PRELOAD],
    set,
    now: () => current,
  };
}

/** What time it is in the run, on every computer of it whose clock is not being set. */
export class RunTime {
  /** What takes time as it is, an enrolment with a code that expires, and leaps come one after another. */
  readonly alone = inTurn();
  readonly #clocks: ProcessClock[] = [];
  #offsetMs = 0;

  get offsetMs(): number {
    return this.#offsetMs;
  }

  nowMs(): number {
    return Date.now() + this.#offsetMs;
  }

  /** A clock of a process that goes with the run. */
  clock(path: string): ProcessClock {
    const clock = createProcessClock(path, this.#offsetMs);
    this.#clocks.push(clock);
    return clock;
  }

  /** Until the month ends, WIB. */
  untilMonthEnd(): number {
    const now = this.nowMs();
    return Date.parse(`${nextPeriod(periodOf(now))}-01T00:00:00+07:00`) - now;
  }

  /** Lets so much time pass at once: on the centre's clock first, then, after `between`, on all. */
  async leap(byMs: number, first: ProcessClock, between: () => Promise<unknown>): Promise<void> {
    this.#offsetMs += byMs;
    first.set({ offsetMs: this.#offsetMs });
    await between();
    for (const clock of this.#clocks) clock.set({ offsetMs: this.#offsetMs });
  }
}
