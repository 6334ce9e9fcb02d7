import { statSync } from "node:fs";
import type { Schedule } from "../adapters.ts";
import type { TillFile } from "./till-file.ts";

/** Quiet time after the last commit before the log is written back into the file. */
const IDLE_MS = 1_500;
/** A log this large is written back even when the till is never quiet. */
const LARGE_WAL_BYTES = 64 * 1024 * 1024;

/** Writes the WAL back outside of the commits, so that no sale waits for it. */
export type Checkpointer = {
  /** Call after each commit. */
  readonly touched: () => void;
};

export function createCheckpointer(file: TillFile, schedule: Schedule): Checkpointer {
  let waiting = false;
  let touchedAgain = false;

  const wait = (): void => {
    waiting = true;
    touchedAgain = false;
    schedule(IDLE_MS, run);
  };
  const run = (): void => {
    waiting = false;
    if (touchedAgain && walBytes(file.path) < LARGE_WAL_BYTES) wait();
    else file.checkpoint();
  };

  return {
    touched: () => {
      if (waiting) touchedAgain = true;
      else wait();
    },
  };
}

function walBytes(path: string): number {
  return statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}
