import type { ReactNode } from "react";
import "./progress-line.css";

type Props = { readonly done: number; readonly of: number; readonly label: string };

/** A thin line that fills: leaf green only when whole. The figures stand beside it as text. */
export function ProgressLine({ done, of, label }: Props): ReactNode {
  const share = of === 0 ? 0 : Math.min(1, done / of);
  return (
    <svg
      className={share === 1 ? "progress-line progress-whole" : "progress-line"}
      role="img"
      aria-label={label}
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
    >
      <rect className="progress-rest" width="100" height="6" />
      <rect className="progress-done" width={share * 100} height="6" />
    </svg>
  );
}
