import type { Schedule } from "./adapters.ts";

/**
 * Timers that end together with the core that set them. What a task throws is told to `onFailure`:
 * a disk that fails while nobody waits must not end the till.
 */
export type Timers = { readonly schedule: Schedule; readonly stop: () => void };

export function createTimers(schedule: Schedule, onFailure: (error: unknown) => void): Timers {
  const pending = new Set<() => void>();
  let stopped = false;
  return {
    schedule: (delayMs, task) => {
      if (stopped) return () => undefined;
      const cancel = schedule(delayMs, () => {
        pending.delete(cancel);
        try {
          task();
        } catch (error) {
          onFailure(error);
        }
      });
      pending.add(cancel);
      return () => {
        pending.delete(cancel);
        cancel();
      };
    },
    stop: () => {
      stopped = true;
      for (const cancel of pending) cancel();
      pending.clear();
    },
  };
}
