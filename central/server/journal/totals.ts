import type { ReversalFacts } from "./reversal-facts.ts";
import { isCountedForPerson, type SaleFacts } from "./sale-facts.ts";

/** What some sales add to each total, by key; each list is in key order. */
export type Totals = {
  readonly tillDays: readonly { day: string; tillId: string; sales: number; total: number }[];
  readonly personMonths: readonly Month<"personId">[];
  readonly officeMonths: readonly Month<"officeId">[];
  readonly makerMonths: readonly {
    period: string;
    makerId: string;
    pieces: number;
    net: number;
  }[];
};
type Month<K extends string> = Record<K, string> & {
  period: string;
  sales: number;
  total: number;
  counted: number;
};

type TillSale = { readonly tillId: string; readonly facts: SaleFacts };
type TillReversal = { readonly tillId: string; readonly facts: ReversalFacts };

/**
 * Adds up accepted sales, and takes off what accepted reversals took back: from the month of the sale
 * for person, office and maker, from its own day for the till. Both the push and the re-derivation
 * use it, so they cannot differ.
 */
export function totalsOf(sales: readonly TillSale[], reversals: readonly TillReversal[]): Totals {
  const taken = reversals.filter(({ facts }) => facts.state === "ACCEPTED");
  const accepted = sales.filter(({ facts }) => facts.state === "ACCEPTED");
  const counted = accepted.map(({ facts }) => facts).filter(isCountedForPerson);
  return {
    tillDays: sum([...accepted.map(tillDay), ...taken.map(dayTaken)], ["day", "tillId"]),
    personMonths: sum(
      [
        ...counted.map((facts) => ({ personId: facts.body.buyer.personId, ...month(facts) })),
        ...taken.flatMap(({ facts }) => personTaken(facts)),
      ],
      ["period", "personId"],
    ),
    officeMonths: sum(
      [
        ...counted.flatMap((facts) =>
          facts.officeId === null ? [] : [{ officeId: facts.officeId, ...month(facts) }],
        ),
        ...taken.flatMap(({ facts }) => officeTaken(facts)),
      ],
      ["period", "officeId"],
    ),
    makerMonths: sum(
      [...accepted.flatMap(makerMonths), ...taken.flatMap(makersTaken)],
      ["period", "makerId"],
    ),
  };
}

/** What has to be added to the one to come to the other; rows of nothing are left out. */
export function totalsBetween(before: Totals, after: Totals): Totals {
  return {
    tillDays: difference(before.tillDays, after.tillDays, ["day", "tillId"]),
    personMonths: difference(before.personMonths, after.personMonths, ["period", "personId"]),
    officeMonths: difference(before.officeMonths, after.officeMonths, ["period", "officeId"]),
    makerMonths: difference(before.makerMonths, after.makerMonths, ["period", "makerId"]),
  };
}

function difference<T extends Record<string, string | number>>(
  before: readonly T[],
  after: readonly T[],
  key: readonly (keyof T)[],
): T[] {
  const negated = before.map((row) => {
    const numbers = Object.entries(row).map(([name, value]) => {
      return [name, typeof value === "number" ? 0 - value : value];
    });
    return { ...row, ...Object.fromEntries(numbers) };
  });
  return sum([...after, ...negated], key).filter((row) => !isNothing(row));
}

/** True for a total of which every number is 0: the same as no such row. */
export function isNothing(row: object): boolean {
  return Object.values(row).every((value) => typeof value !== "number" || value === 0);
}

function tillDay({ tillId, facts }: TillSale): Totals["tillDays"][number] {
  return { day: facts.day, tillId, sales: 1, total: facts.body.total };
}

function month({ body, counted }: SaleFacts) {
  return { period: body.period, sales: 1, total: body.total, counted };
}

function makerMonths({ facts: { body } }: TillSale): Totals["makerMonths"][number][] {
  const { period, lines } = body;
  return lines.map(({ makerId, qty, net }) => ({ period, makerId, pieces: qty, net }));
}

function dayTaken({ tillId, facts }: TillReversal): Totals["tillDays"][number] {
  return { day: facts.day, tillId, sales: salesTaken(facts), total: 0 - facts.took };
}

/** A void is one sale less; a return leaves it a sale. */
function salesTaken({ undoes }: ReversalFacts): number {
  return undoes ? -1 : 0;
}

function monthTaken(facts: ReversalFacts, period: string) {
  return { period, sales: salesTaken(facts), total: 0 - facts.took, counted: 0 - facts.counted };
}

function personTaken(facts: ReversalFacts): Totals["personMonths"][number][] {
  const { person, month: period } = facts;
  if (person === null || period === null) return [];
  return [{ personId: person.personId, ...monthTaken(facts, period) }];
}

function officeTaken(facts: ReversalFacts): Totals["officeMonths"][number][] {
  const { person, month: period } = facts;
  const officeId = person?.officeId ?? null;
  return officeId === null || period === null ? [] : [{ officeId, ...monthTaken(facts, period) }];
}

function makersTaken({ facts }: TillReversal): Totals["makerMonths"][number][] {
  const { month: period, lines } = facts;
  if (period === null) return [];
  return lines.map(({ makerId, tookQty, tookNet }) => {
    return { period, makerId, pieces: 0 - tookQty, net: 0 - tookNet };
  });
}

/** Adds the numbers of rows that share a key, in key order: the order in which rows are locked. */
function sum<T extends Record<string, string | number>>(
  rows: readonly T[],
  key: readonly (keyof T)[],
): T[] {
  const sums = new Map<string, T>();
  for (const row of rows) {
    const name = key.map((part) => row[part]).join(" ");
    const known = sums.get(name);
    if (known === undefined) sums.set(name, { ...row });
    else addInto(known, row);
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function addInto(
  sums: Record<string, string | number>,
  row: Record<string, string | number>,
): void {
  for (const name in row) {
    const sum = sums[name];
    const more = row[name];
    if (typeof sum === "number" && typeof more === "number") sums[name] = sum + more;
  }
}
