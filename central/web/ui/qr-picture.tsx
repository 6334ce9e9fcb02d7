import encodeQR from "qr";
import type { ReactNode } from "react";

/** A text as a QR code, drawn dark on white with the quiet margin readers need. */
export function QrPicture({ text, label }: { text: string; label: string }): ReactNode {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: 4 });
  const dark = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      className="qr-picture"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      width="220"
      height="220"
      shapeRendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#FFFFFF" />
      <path d={dark.join("")} fill="#1F2A26" />
    </svg>
  );
}
