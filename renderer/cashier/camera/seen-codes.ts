/** A code in front of the camera is read many times a second; it counts again after it was away. */
export const AWAY_MS = 2_500;

/** Answers true for a text that was not seen during the last `AWAY_MS`. */
export function createSeenCodes(): (text: string, atMs: number) => boolean {
  const seenAt = new Map<string, number>();
  return (text, atMs) => {
    const before = seenAt.get(text);
    seenAt.set(text, atMs);
    return before === undefined || atMs - before > AWAY_MS;
  };
}
