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
  readonly stop: () => void;
};

export function createCheckpointer(file: TillFile, schedule: Schedule): Checkpointer {
  let cancel: (() => void) | null = null;
  let touchedAgain = false;

  const run = (): void => {
    cancel = null;
    if (touchedAgain && walBytes(file.path) < LARGE_WAL_BYTES) {
      touchedAgain = false;
      cancel = schedule(IDLE_MS, run);
      return;
    }
    touchedAgain = false;
    file.db().pragma("wal_checkpoint(PASSIVE)");
  };

  return {
    touched: () => {
      if (cancel === null) cancel = schedule(IDLE_MS, run);
      else touchedAgain = true;
    },
    stop: () => {
      cancel?.();
      cancel = null;
    },
  };
}

function walBytes(path: string): number {
  return statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}
