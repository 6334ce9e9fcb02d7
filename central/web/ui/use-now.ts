import { useRouteContext } from "@tanstack/react-router";
import { useEffect, useState } from "react";

/** The page's clock, renewed every half minute, for texts such as `3 menit lalu`. */
export function useNow(): number {
  const nowMs = useRouteContext({ from: "__root__", select: (context) => context.nowMs });
  const [now, setNow] = useState(nowMs);
  useEffect(() => {
    const timer = setInterval(() => setNow(nowMs()), 30_000);
    return () => clearInterval(timer);
  }, [nowMs]);
  return now;
}
