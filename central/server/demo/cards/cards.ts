import type { DemoPerson } from "../people.ts";
import { shiftPeriod } from "../period-math.ts";
import type { Random } from "../random.ts";

/** A card to be signed by the centre's card key. `expiresOn` is its last good day. */
export type DemoCard = {
  readonly serial: number;
  readonly personId: string;
  readonly expiresOn: string;
  readonly revoked: boolean;
};

const FIRST_SERIAL = 350_001;
const GOOD_FOR_YEARS = 3;

/**
 * A card for nearly everybody; some have an older one that was reported lost and revoked, and a few
 * have let theirs expire.
 */
export function demoCards(
  people: readonly DemoPerson[],
  period: string,
  random: Random,
): DemoCard[] {
  const goodUntil = `${Number(period.slice(0, 4)) + GOOD_FOR_YEARS}-12-31`;
  const lapsed = lastDayOf(shiftPeriod(period, -1));
  const cards: DemoCard[] = [];
  const add = (personId: string, expiresOn: string, revoked: boolean): void => {
    cards.push({ serial: FIRST_SERIAL + cards.length, personId, expiresOn, revoked });
  };
  for (const { personId, active } of people) {
    const drawn = random.int(1, 100);
    if (!active || drawn > 97) continue;
    if (drawn <= 2) add(personId, goodUntil, true);
    add(personId, drawn >= 96 ? lapsed : goodUntil, false);
  }
  return cards;
}

function lastDayOf(period: string): string {
  const [year, month] = [Number(period.slice(0, 4)), Number(period.slice(5, 7))];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
