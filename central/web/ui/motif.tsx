import { type ReactNode, useId } from "react";

const GRAPES = [
  [118, 92],
  [132, 92],
  [146, 92],
  [125, 104],
  [139, 104],
  [132, 116],
] as const;

/** The regency's mango leaf and grape as a line pattern; fills its box, takes the text colour. */
export function Motif({ className }: { readonly className: string }): ReactNode {
  const id = useId();
  return (
    <svg className={className} aria-hidden="true" focusable="false">
      <defs>
        <pattern id={id} width="176" height="152" patternUnits="userSpaceOnUse">
          <g fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round">
            <path d="M14 74C22 36 52 14 92 12c-4 40-30 64-78 62Z" />
            <path d="M14 74C36 56 58 38 92 12M34 59c2-8 4-15 4-24M34 59c9 1 17 0 25-4M54 43c2-6 3-12 2-18M54 43c7 1 14-1 20-4" />
            <path d="M132 80c0-8 4-13 10-16M132 80c-8 1-13-3-15-11 8-1 14 3 15 11Z" />
            {GRAPES.map(([x, y]) => (
              <circle key={`${x}-${y}`} cx={x} cy={y} r="6.4" />
            ))}
            <path d="M40 104c14-8 32-4 36 10 3 12-8 24-24 24-14 0-24-9-22-20 1-6 5-11 10-14Z" />
            <path d="M44 102c-2-5-1-9 3-13M38 126c4 5 10 7 17 6" />
          </g>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
