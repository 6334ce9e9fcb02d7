import { useEffect } from "react";
import { createIdleLock } from "./idle-lock.ts";
import { usePayment } from "./payment/pay.ts";
import { lockTill } from "./store/cart-actions.ts";
import { useTill } from "./store/till-store.ts";

const MINUTE_MS = 60_000;
/** A scanner and a keyboard are the same to a window; a moving mouse alone is somebody too. */
const INPUT = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

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
