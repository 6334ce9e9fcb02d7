import type { Schedule } from "../adapters.ts";

/** Timers that run when the test lets time pass; what is due at once runs in the next turn. */
export type ManualTime = {
  readonly schedule: Schedule;
  /** Lets so much time pass: tasks due by then run in order. */
  readonly pass: (ms: number) => void;
};

export function createManualTime(): ManualTime {
  const tasks = new Set<{ readonly at: number; readonly run: () => void }>();
  let now = 0;
  return {
    schedule: (delayMs, run) => {
      if (delayMs === 0) {
        const soon = setImmediate(run);
        return () => clearImmediate(soon);
      }
      const task = { at: now + delayMs, run };
      tasks.add(task);
      return () => tasks.delete(task);
    },
    pass: (ms) => {
      const until = now + ms;
      for (;;) {
        const [next] = [...tasks].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        tasks.delete(next);
        now = next.at;
        next.run();
      }
      now = until;
    },
  };
}
