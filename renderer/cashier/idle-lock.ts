import { useEffect } from "react";
import { usePayment } from "./payment/pay.ts";
import { lockTill } from "./store/cart-actions.ts";
import { useTill } from "./store/till-store.ts";

const MINUTE_MS = 60_000;
/** A scanner and a keyboard are the same to a window; a moving mouse alone is somebody too. */
const INPUT = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

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

/** Locks the till after idle minutes while somebody is logged in and nobody pays. */
export function useIdleLock(): void {
  const minutes = useTill(({ state }) =>
    state === null || state.session === null ? null : state.idleLockMinutes,
  );
  useEffect(() => {
    if (minutes === null) return;
    const idle = createIdleLock({
      afterMs: minutes * MINUTE_MS,
      schedule: (delayMs, task) => {
        const timer = setTimeout(task, delayMs);
        return () => clearTimeout(timer);
      },
      mayLock: () => usePayment.getState().payment.kind === "closed",
      lock: () => void lockTill(),
    });
    // Before anybody swallows it: a scan is input too.
    for (const name of INPUT) window.addEventListener(name, idle.touched, { capture: true });
    return () => {
      idle.stop();
      for (const name of INPUT) window.removeEventListener(name, idle.touched, { capture: true });
    };
  }, [minutes]);
}
