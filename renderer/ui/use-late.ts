import { useEffect, useState } from "react";

/**
 * True once `waits` has been so for `afterMs`. What is over sooner is not drawn as a wait: drawing it
 * would hold up the very answer that ends it.
 */
export function useLate(waits: boolean, afterMs: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => setLate(true), afterMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [waits, afterMs]);
  return waits && late;
}
