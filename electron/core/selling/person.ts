import { z } from "zod";
import { CalendarDate, ObligationClass, Period } from "../../../shared/contract/primitives.ts";
import {
  type MonthStanding,
  monthStatus,
  type Obligations,
  policyOn,
} from "../../../shared/domain/obligation.ts";
import { dateOf, periodStartDate } from "../../../shared/domain/period.ts";
import type { ReadDb } from "../db/database.ts";
import { type PolicyRow, policies } from "../db/stores/policy.ts";
import { monthCounted, type PersonRow, personById } from "../db/stores/roster.ts";
import { openSealed } from "../keys/sealing.ts";
import type { TillKeys } from "../keys/till-keys.ts";

/** Who a person is: personal data, decrypted for the moment it is shown. */
export type PersonIdentity = {
  readonly nip: string;
  readonly name: string;
  readonly unitName: string;
  readonly officeName: string;
};

const StoredIdentity = z.object({
  nip: z.string(),
  name: z.string(),
  unitName: z.string(),
  officeName: z.string(),
});
const Terms = z.array(
  z.object({ from: CalendarDate, class: ObligationClass, obliged: z.boolean() }),
);
const Exemptions = z.array(z.object({ from: Period, to: Period }));
const Amounts = z.record(ObligationClass, z.int());

/** Null when the roster expired, the person is unknown or the key store does not give the key. */
export function identityOf(person: PersonRow | null, keys: TillKeys | null): PersonIdentity | null {
  if (person === null || person.identitySealed === null || keys === null) return null;
  return StoredIdentity.parse(JSON.parse(openSealed(keys.dataKey, person.identitySealed)));
}

/** Unit and office in one line, as the cashier compares them with the card. */
export function workplaceOf(identity: PersonIdentity): string {
  const { unitName, officeName } = identity;
  return unitName === "" || unitName === officeName ? officeName : `${unitName}, ${officeName}`;
}

/** The rules in force on a WIB date, or null before the first policy. */
export function policyAt(db: ReadDb, date: string): PolicyRow | null {
  return policyOn(policies(db), date);
}

/** To what multiple of rupiah cash is rounded down; 1 is not at all. */
export function cashStepAt(db: ReadDb, at: number): number {
  return policyAt(db, dateOf(at))?.cashRounding ?? 1;
}

/**
 * Where a person stands in a month as far as this till can know; null when nobody is known.
 * `more` is added to what is counted: the open cart.
 */
export function standingOf(
  db: ReadDb,
  of: { readonly personId: string | null; readonly period: string; readonly more?: number },
): MonthStanding | null {
  const { personId, period, more = 0 } = of;
  if (personId === null) return null;
  const { counted, asOf } = monthCounted(db, personId, period);
  return standingWith(db, { personId, period, counted: counted + more, asOf });
}

/** The same with a given figure: what the buyer was told at the time of a sale. */
export function standingWith(
  db: ReadDb,
  told: {
    readonly personId: string;
    readonly period: string;
    readonly counted: number;
    readonly asOf: number | null;
  },
): MonthStanding {
  const { personId, period, counted, asOf } = told;
  const person = personById(db, personId);
  const policy = policyAt(db, periodStartDate(period));
  return monthStatus({
    period,
    terms: person === null ? null : Terms.parse(JSON.parse(person.terms)),
    exemptions: person === null ? [] : Exemptions.parse(JSON.parse(person.exemptions)),
    obligations: policy === null ? null : obligationsOf(policy),
    counted,
    asOf,
  });
}

function obligationsOf(policy: PolicyRow): Obligations {
  return Amounts.parse(JSON.parse(policy.obligations));
}
