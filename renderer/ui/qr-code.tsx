import encodeQR from "qr";
import { useMemo } from "react";

const QUIET_MODULES = 4;

type Props = {
  /** what the symbol says */
  text: string;
  /** for those who cannot see it */
  label: string;
  className?: string;
};

/** A QR symbol, dark on white whatever the theme, with the quiet zone that cameras need. */
export function QrCode({ text, label, className = "" }: Props) {
  const { path, size } = useMemo(() => symbol(text), [text]);
  return (
    <svg
      className={`qr-code ${className}`}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}

/** One run of dark modules a path segment. */
function symbol(text: string): { path: string; size: number } {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: QUIET_MODULES });
  const runs: string[] = [];
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue;
      const start = x;
      while (row[x] === true) x += 1;
      runs.push(`M${start} ${y}h${x - start}v1H${start}z`);
    }
  }
  return { path: runs.join(""), size: rows.length };
}
