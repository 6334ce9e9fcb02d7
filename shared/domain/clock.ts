/** More than this off, a clock is in doubt. */
export const DOUBT_MS = 5 * 60_000;
/** A wall clock that is being steered may step back this much. */
export const STEER_MS = 2_000;

/** What a wall clock was held against: monotonic time, the centre's, or the newest entry at a start. */
export const CLOCK_WITNESSES = ["MONOTONIC", "CENTRE", "JOURNAL"] as const;
export type ClockWitness = (typeof CLOCK_WITNESSES)[number];

/**
 * Whether a wall clock that should have stood at one instant and stood at another has jumped:
 * backwards, or forwards by more than 5 minutes. The centre is heard seldom, and between two times a
 * clock may go slow, so against it 5 minutes are allowed both ways. Of the newest entry only what lies
 * before it is known.
 */
export function isClockJump(
  against: ClockWitness,
  { expected, found }: { readonly expected: number; readonly found: number },
): boolean {
  const back = expected - found;
  if (against === "CENTRE") return Math.abs(back) > DOUBT_MS;
  return back > STEER_MS || (against === "MONOTONIC" && -back > DOUBT_MS);
}
