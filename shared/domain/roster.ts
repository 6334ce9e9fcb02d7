const DAY_MS = 24 * 60 * 60 * 1_000;
/** Days without a pull after which names and NIP are wiped from a till. */
export const ROSTER_LIFE_DAYS = 45;
/** Days without a pull from which the till warns of that. */
export const ROSTER_WARN_DAYS = 14;

/** How old a roster is, in whole days; `daysLeft` is 0 once it expired. */
export type RosterAge = {
  readonly state: "FRESH" | "AGEING" | "EXPIRED";
  readonly days: number;
  readonly daysLeft: number;
};

/** States the age of a roster that was last pulled at `pulledAt`. A clock behind that is no age. */
export function rosterAge(pulledAt: number, now: number): RosterAge {
  const days = Math.max(0, Math.floor((now - pulledAt) / DAY_MS));
  const daysLeft = Math.max(0, ROSTER_LIFE_DAYS - days);
  const ageing = days >= ROSTER_WARN_DAYS ? "AGEING" : "FRESH";
  return { state: daysLeft === 0 ? "EXPIRED" : ageing, days, daysLeft };
}
