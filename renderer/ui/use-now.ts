import { useEffect, useState } from "react";

/** The wall clock, again at each whole second. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    let timer = 0;
    const tick = (): void => {
      setNowMs(Date.now());
      timer = window.setTimeout(tick, 1_000 - (Date.now() % 1_000));
    };
    tick();
    return () => window.clearTimeout(timer);
  }, []);
  return nowMs;
}
