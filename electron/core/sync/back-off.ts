/*
 * When to try again. Pure: chance is passed in.
 */

const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;
/** A till the centre does not know, or that must be looked at by a person, asks rarely. */
const HOPELESS_MS = 10 * 60_000;

/**
 * The wait after the n-th failure in a row (1, 2, …): doubling, anywhere in its upper half so that
 * tills that lost the centre together do not come back together, never under what the centre asked.
 */
export function backOffMs(failure: {
  readonly inARow: number;
  readonly hopeless: boolean;
  readonly retryAfterMs: number;
  /** 0 up to 1 */
  readonly chance: number;
}): number {
  const doubled = FIRST_MS * 2 ** Math.min(failure.inARow - 1, 10);
  const ceiling = failure.hopeless ? HOPELESS_MS : Math.min(LONGEST_MS, doubled);
  const jittered = Math.round(ceiling / 2 + (ceiling / 2) * failure.chance);
  return Math.max(failure.retryAfterMs, jittered);
}

/** A steady interval, a quarter more or less. */
export function jitteredMs(intervalMs: number, chance: number): number {
  return Math.round(intervalMs * (0.75 + 0.5 * chance));
}
