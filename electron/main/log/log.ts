import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";

export type LogLevel = "info" | "warn" | "error";
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** The shell's log: events and small facts, never personal data, free text of people, or secrets. */
export type Log = {
  write(level: LogLevel, event: string, facts?: LogFacts): void;
  /** a line another process wrote: its facts where it is an event, else the text as it came */
  raw(source: string, line: string): void;
};

/** Writes JSON lines to `path`; past `maxBytes` the file is set aside once as `path.1`. */
export function createFileLog(options: {
  path: string;
  maxBytes: number;
  nowMs: () => number;
}): Log {
  const { path, maxBytes, nowMs } = options;
  mkdirSync(dirname(path), { recursive: true });
  const append = (entry: object): void => {
    try {
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > maxBytes) {
        renameSync(path, `${path}.1`);
      }
      appendFileSync(path, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
    } catch {
      // A full disk must not stop a sale for want of a log line.
    }
  };
  return {
    write: (level, event, facts = {}) =>
      append({ at: new Date(nowMs()).toISOString(), source: "shell", level, event, ...facts }),
    raw: (source, line) =>
      append({ at: new Date(nowMs()).toISOString(), source, ...eventOf(line.slice(0, 2_000)) }),
  };
}

/** The facts of an event, or the line itself where it is something else: a warning of the runtime. */
function eventOf(line: string): object {
  try {
    const said: unknown = JSON.parse(line);
    const isEvent = typeof said === "object" && said !== null && "event" in said && "level" in said;
    if (isEvent) return said;
  } catch {
    // Not JSON.
  }
  return { level: "warn", line };
}
