const WINDOW_MS = 60_000;
const MAX_CRASHES = 3;
const FIRST_DELAY_MS = 250;

/** What to do after one more crash. */
export type RestartDecision = { kind: "RESTART"; delayMs: number } | { kind: "GIVE_UP" };

/**
 * Decides by the times of the crashes so far, the newest last: restart after a delay that grows
 * with each crash of the last minute, give up at the third.
 */
export function decideRestart(crashesMs: readonly number[], nowMs: number): RestartDecision {
  const recent = crashesMs.filter((at) => nowMs - at < WINDOW_MS).length;
  if (recent >= MAX_CRASHES) return { kind: "GIVE_UP" };
  return { kind: "RESTART", delayMs: FIRST_DELAY_MS * 4 ** Math.max(0, recent - 1) };
}
