import { readFileSync } from "node:fs";
import { isMainThread, workerData } from "node:worker_threads";

/*
 * Preloaded into a process of the fault run (`node --import`): its wall clock and time zone are what
 * the file named by BELA_BELI_FAULTS says, which is read again and again. Monotonic time and timers
 * stay true, as they do on a machine whose clock is set. The sync worker of a till ends when the
 * file's count of such ends rises.
 */

export type ClockFile = {
  readonly offsetMs: number;
  readonly timeZone: string;
  readonly workerEnds: number;
};

const READ_EVERY_MS = 150;
const path = process.env["BELA_BELI_FAULTS"] ?? "";
const TrueDate = Date;
let told = read() ?? { offsetMs: 0, timeZone: "Asia/Jakarta", workerEnds: 0 };
const endsAtStart = told.workerEnds;

function read(): ClockFile | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as ClockFile;
  } catch {
    return null;
  }
}

function isSyncWorker(): boolean {
  return !isMainThread && typeof workerData === "object" && "centreUrl" in (workerData ?? {});
}

function follow(): void {
  told = read() ?? told;
  if (isMainThread && process.env["TZ"] !== told.timeZone) process.env["TZ"] = told.timeZone;
  if (told.workerEnds !== endsAtStart && isSyncWorker()) process.exit(1);
}

class ShiftedDate extends TrueDate {
  static override now(): number {
    return TrueDate.now() + told.offsetMs;
  }

  constructor(...given: unknown[]) {
    super(...((given.length === 0 ? [ShiftedDate.now()] : given) as [number]));
  }
}

follow();
setInterval(follow, READ_EVERY_MS).unref();
globalThis.Date = ShiftedDate as DateConstructor;
