import type { Schedule } from "./adapters.ts";

/**
 * Timers that end together with the core that set them. What a task throws is told to `onFailure`:
 * a disk that fails while nobody waits must not end the till.
 */
export type Timers = {
  readonly schedule: Schedule;
  /** Makes of a task one that is done at once, and tried again so often until it does not fail. */
  readonly persist: (everyMs: number, task: () => void) => () => void;
  readonly stop: () => void;
};

export function createTimers(schedule: Schedule, onFailure: (error: unknown) => void): Timers {
  const pending = new Set<() => void>();
  let stopped = false;
  const later: Schedule = (delayMs, task) => {
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
  };
  return {
    schedule: later,
    persist: (everyMs, task) => persisting(later, { everyMs, task, onFailure }),
    stop: () => {
      stopped = true;
      for (const cancel of pending) cancel();
      pending.clear();
    },
  };
}

function persisting(
  later: Schedule,
  by: {
    readonly everyMs: number;
    readonly task: () => void;
    readonly onFailure: (error: unknown) => void;
  },
): () => void {
  const { everyMs, task, onFailure } = by;
  let cancel = (): void => undefined;
  const attempt = (): void => {
    cancel();
    try {
      task();
    } catch (error) {
      onFailure(error);
      cancel = later(everyMs, attempt);
    }
  };
  return attempt;
}
