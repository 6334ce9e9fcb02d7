import { writeFileSync } from "node:fs";
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
export function createProcessClock(path: string, offsetMs: number): ProcessClock {
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
