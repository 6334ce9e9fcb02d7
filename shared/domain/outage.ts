/** What may be out without a sale waiting for it. */
export const OUTAGES = ["SIGNER", "CENTRE", "PRINTER", "CLOCK"] as const;
export type OutageOf = (typeof OUTAGES)[number];

const MINUTE_MS = 60_000;

/**
 * From how long on an outage is journalled: paper is changed in minutes, and a line that is down for
 * less than an hour delays nothing. Without the key, or in doubt of the time, every entry is touched.
 */
const JOURNALLED_FROM_MS: Readonly<Record<OutageOf, number>> = {
  SIGNER: 0,
  CENTRE: 60 * MINUTE_MS,
  PRINTER: 10 * MINUTE_MS,
  CLOCK: 0,
};

/** Whether an outage that is over lasted long enough to be journalled. */
export function isWorthJournalling(of: OutageOf, lastedMs: number): boolean {
  return lastedMs >= JOURNALLED_FROM_MS[of];
}
