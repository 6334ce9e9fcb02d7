const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, in words a person says: `baru saja`, `12 menit lalu`, `3 hari lalu`. */
export function agoText(atMs: number, nowMs: number): string {
  const since = Math.max(0, nowMs - atMs);
  if (since < 90_000) return "baru saja";
  if (since < HOUR) return `${Math.floor(since / MINUTE)} menit lalu`;
  if (since < DAY) return `${Math.floor(since / HOUR)} jam lalu`;
  return `${Math.floor(since / DAY)} hari lalu`;
}

/** How long is left: `23 jam 40 menit`; at least one minute. */
export function leftText(untilMs: number, nowMs: number): string {
  const minutes = Math.max(1, Math.ceil((untilMs - nowMs) / MINUTE));
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes} menit`;
  return minutes % 60 === 0 ? `${hours} jam` : `${hours} jam ${minutes % 60} menit`;
}
