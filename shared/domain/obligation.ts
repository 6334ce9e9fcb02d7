import { type Rupiah, rupiah } from "./money.ts";
import { periodStartDate } from "./period.ts";

export type ObligationClass =
  | "PELAKSANA"
  | "PENGAWAS_FUNGSIONAL"
  | "ADMINISTRATOR"
  | "KEPALA_ESELON_III"
  | "JPT_PRATAMA";

/** From this date on a person has this class and is, or is not, obliged. */
export type Term = {
  readonly from: string;
  readonly class: ObligationClass;
  readonly obliged: boolean;
};
/** Months, both included, in which a person is exempt. */
export type Exemption = { readonly from: string; readonly to: string };
/** Monthly minimum by class, in rupiah. */
export type Obligations = Readonly<Record<ObligationClass, number>>;

/** Where a person stands in a month; the shape of `MonthStatus` in shared/contract. */
export type MonthStanding = {
  period: string;
  state: "MET" | "SHORT" | "NOT_OBLIGED" | "EXEMPT" | "UNKNOWN";
  obligation: Rupiah | null;
  counted: Rupiah;
  short: Rupiah;
  asOf: number | null;
};

/** The term in force on a date, or null before the first. The order of the terms does not matter. */
export function termOn<T extends { readonly from: string }>(
  terms: readonly T[],
  date: string,
): T | null {
  return latest(terms, date, (term) => term.from);
}

/** The policy in force on a date, or null before the first. */
export function policyOn<T extends { readonly validFrom: string }>(
  policies: readonly T[],
  date: string,
): T | null {
  return latest(policies, date, (policy) => policy.validFrom);
}

/** True when one of the exemptions covers the month. */
export function isExempt(exemptions: readonly Exemption[], period: string): boolean {
  return exemptions.some(({ from, to }) => from <= period && period <= to);
}

/**
 * States a person's month: the term in force on the 1st rules the whole of it. `terms` null means the
 * roster does not know the person, `obligations` null that no policy is known: both UNKNOWN.
 */
export function monthStatus(input: {
  readonly period: string;
  readonly terms: readonly Term[] | null;
  readonly exemptions: readonly Exemption[];
  readonly obligations: Obligations | null;
  readonly counted: number;
  readonly asOf: number | null;
}): MonthStanding {
  const { period, asOf } = input;
  const counted = rupiah(input.counted);
  const free = { period, obligation: null, counted, short: rupiah(0), asOf };
  if (input.terms === null || input.obligations === null) return { ...free, state: "UNKNOWN" };
  const term = termOn(input.terms, periodStartDate(period));
  if (term === null || !term.obliged) return { ...free, state: "NOT_OBLIGED" };
  if (isExempt(input.exemptions, period)) return { ...free, state: "EXEMPT" };
  const obligation = rupiah(input.obligations[term.class]);
  const short = rupiah(Math.max(0, obligation - counted));
  return { period, state: short === 0 ? "MET" : "SHORT", obligation, counted, short, asOf };
}

/** Whether a line may count: a verified maker of this regency, and a category that may count. */
export function mayCount(line: {
  readonly makerVerified: boolean;
  readonly makerOfRegency: boolean;
  readonly categoryMayCount: boolean;
}): boolean {
  return line.makerVerified && line.makerOfRegency && line.categoryMayCount;
}

/** What of some lines counts towards an ASN's month: net after discount of the lines that may. */
export function countedOf(
  lines: readonly { readonly net: number; readonly mayCount: boolean }[],
): Rupiah {
  return rupiah(lines.reduce((sum, line) => sum + (line.mayCount ? line.net : 0), 0));
}

function latest<T>(rows: readonly T[], date: string, from: (row: T) => string): T | null {
  let found: T | null = null;
  for (const row of rows) {
    if (from(row) <= date && (found === null || from(row) >= from(found))) found = row;
  }
  return found;
}
