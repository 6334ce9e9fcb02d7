/** Modules along a side of the card's code: version 6. */
export const CARD_MODULES = 41;
/** Below this many pixels a module a code is read by luck. */
export const GOOD_PX = 4;
export const POOR_PX = 3;

export type Corner = { readonly x: number; readonly y: number };

/** Pixels of the camera's picture that one module of a card's code covers, along its sides. */
export function pixelsPerModule(corners: readonly Corner[]): number {
  const sides = corners.map((corner, i) => {
    const next = corners[(i + 1) % corners.length] ?? corner;
    return Math.hypot(next.x - corner.x, next.y - corner.y);
  });
  const mean = sides.reduce((sum, side) => sum + side, 0) / Math.max(1, sides.length);
  return Math.round((mean / CARD_MODULES) * 10) / 10;
}

export function sharpnessVerdict(pixels: number): "GOOD" | "DOUBT" | "BAD" {
  if (pixels >= GOOD_PX) return "GOOD";
  return pixels >= POOR_PX ? "DOUBT" : "BAD";
}
