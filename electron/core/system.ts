import { randomBytes } from "node:crypto";
import type { Clock, Log, RandomBytes, Schedule, SealBox } from "./adapters.ts";

/** The machine's clocks. */
export const systemClock: Clock = {
  wallMs: () => Date.now(),
  monotonicMs: () => performance.now(),
};

export const systemRandom: RandomBytes = (length) => randomBytes(length);

/** Timers that do not keep the process alive by themselves. */
export const systemSchedule: Schedule = (delayMs, task) => {
  const timer = setTimeout(task, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
};

/** A key store that protects nothing beyond the file's mode, and says so. */
export const plainSealBox: SealBox = {
  protected: false,
  seal: (plain) => Promise.resolve(plain),
  unseal: (sealed) => Promise.resolve(sealed),
};

/** One JSON line per event on stderr, which the shell keeps in its log file. */
export const stderrLog: Log = (event, facts) => {
  process.stderr.write(`${JSON.stringify({ level: "info", event, ...facts })}\n`);
};
