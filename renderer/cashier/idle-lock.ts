export type IdleLock = { readonly touched: () => void; readonly stop: () => void };

type IdleOptions = {
  readonly afterMs: number;
  /** runs the task once after so long, unless the answer is called first */
  readonly schedule: (delayMs: number, task: () => void) => () => void;
  /** false while somebody pays: then it waits as long again */
  readonly mayLock: () => boolean;
  readonly lock: () => void;
};

/** Locks once nothing was touched for so long. Each touch starts the wait anew. */
export function createIdleLock({ afterMs, schedule, mayLock, lock }: IdleOptions): IdleLock {
  const start = (): (() => void) => schedule(afterMs, due);
  function due(): void {
    if (mayLock()) lock();
    else cancel = start();
  }
  let cancel = start();
  return {
    touched: () => {
      cancel();
      cancel = start();
    },
    stop: () => cancel(),
  };
}
