import type { ReactNode } from "react";

const RADIUS = 54;
const ROUND = 2 * Math.PI * RADIUS;

type ProgressRingProps = { share: number; met: boolean; children: ReactNode };

/** A ring that closes as a share goes from 0 to 1; the words beside it say the same. */
export function ProgressRing({ share, met, children }: ProgressRingProps) {
  return (
    <div className={`ring ${met ? "ring-met" : ""}`}>
      <svg viewBox="0 0 120 120" aria-hidden="true">
        <circle className="ring-track" cx="60" cy="60" r={RADIUS} />
        {share === 0 ? null : (
          <circle
            className="ring-share"
            cx="60"
            cy="60"
            r={RADIUS}
            strokeDasharray={`${ROUND * share} ${ROUND}`}
            transform="rotate(-90 60 60)"
          />
        )}
      </svg>
      <div className="ring-words">{children}</div>
    </div>
  );
}
