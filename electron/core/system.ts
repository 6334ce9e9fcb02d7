import { randomBytes } from "node:crypto";
import type { Clock, Log, RandomBytes, Schedule, SealBox } from "./adapters.ts";

/** The machine's clocks. */
export const systemClock: Clock = {
  wallMs: () => Date.now(),
  monotonicMs: () => performance.now(),
};

const POOL_BYTES = 4_096;
let pool = new Uint8Array(0);
let drawn = 0;

/** The machine's randomness, fetched in larger pieces; no byte is given twice. */
export const systemRandom: RandomBytes = (length) => {
  if (length > POOL_BYTES) return randomBytes(length);
  if (drawn + length > pool.length) {
    pool = randomBytes(POOL_BYTES);
    drawn = 0;
  }
  drawn += length;
  return pool.slice(drawn - length, drawn);
};

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

// What cannot be written down, on a full disk or to a shell that is gone, must not end the till.
process.stderr.on("error", () => undefined);

/** One JSON line per event on stderr, which the shell keeps in its log file. What tells a code is a failure. */
export const stderrLog: Log = (event, facts) => {
  const level = facts !== undefined && "code" in facts ? "warn" : "info";
  process.stderr.write(`${JSON.stringify({ level, event, ...facts })}\n`);
};
