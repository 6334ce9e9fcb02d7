import type { ObligationClass } from "../../../shared/contract/primitives.ts";
import { columns, type Queryable, type Transaction } from "../database/database.ts";
import { type FeedItem, publish } from "./feed.ts";

/** From this date on a person has this class and office (OPD, and a unit inside it). */
export type TermRow = {
  readonly from: string;
  readonly class: ObligationClass;
  readonly obliged: boolean;
  readonly officeId: string;
  readonly unitId: string | null;
};
export type ExemptionRow = {
  readonly exemptionId: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly letterNumber: string;
};
export type PersonRow = {
  readonly personId: string;
  readonly nip: string;
  readonly name: string;
  readonly active: boolean;
  readonly terms: readonly TermRow[];
  readonly exemptions: readonly ExemptionRow[];
};

/** Writes people with all their terms and exemptions, and publishes them to the tills. */
export async function savePeople(
  tx: Transaction,
  regencyId: string,
  rows: readonly PersonRow[],
): Promise<void> {
  await tx.query(
    `insert into person (regency_id, person_id, nip, name, active)
     select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::boolean[])
     on conflict (regency_id, person_id) do update
     set nip = excluded.nip, name = excluded.name, active = excluded.active`,
    [
      regencyId,
      ...columns(
        rows.map(({ personId, nip, name, active }) => ({ personId, nip, name, active })),
        ["personId", "nip", "name", "active"],
      ),
    ],
  );
  await replaceTerms(tx, regencyId, rows);
  await replaceExemptions(tx, regencyId, rows);
  await publish(tx, regencyId, await feedItems(tx, regencyId, rows));
}

async function replaceTerms(
  tx: Transaction,
  regencyId: string,
  rows: readonly PersonRow[],
): Promise<void> {
  await tx.query("delete from person_term where regency_id = $1 and person_id = any($2::uuid[])", [
    regencyId,
    rows.map(({ personId }) => personId),
  ]);
  const terms = rows.flatMap(({ personId, terms }) => terms.map((term) => ({ personId, ...term })));
  await tx.query(
    `insert into person_term (regency_id, person_id, from_date, class, obliged, office_id, unit_id)
     select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::boolean[], $6::uuid[], $7::uuid[])`,
    [regencyId, ...columns(terms, ["personId", "from", "class", "obliged", "officeId", "unitId"])],
  );
}

async function replaceExemptions(
  tx: Transaction,
  regencyId: string,
  rows: readonly PersonRow[],
): Promise<void> {
  await tx.query("delete from exemption where regency_id = $1 and person_id = any($2::uuid[])", [
    regencyId,
    rows.map(({ personId }) => personId),
  ]);
  const exemptions = rows.flatMap(({ personId, exemptions }) =>
    exemptions.map((exemption) => ({ personId, ...exemption })),
  );
  await tx.query(
    `insert into exemption
       (regency_id, exemption_id, person_id, from_period, to_period, reason, letter_number)
     select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])`,
    [
      regencyId,
      ...columns(exemptions, ["exemptionId", "personId", "from", "to", "reason", "letterNumber"]),
    ],
  );
}

/** Tills show the unit and office of the newest term; the terms themselves decide the month. */
async function feedItems(
  tx: Queryable,
  regencyId: string,
  rows: readonly PersonRow[],
): Promise<FeedItem[]> {
  const offices = await tx.query<{ office_id: string; name: string }>(
    "select office_id, name from office where regency_id = $1",
    [regencyId],
  );
  const names = new Map(offices.map(({ office_id, name }) => [office_id, name]));
  return rows.map(({ personId, nip, name, active, terms, exemptions }) => {
    const newest = [...terms].sort((a, b) => a.from.localeCompare(b.from)).at(-1);
    const officeName = names.get(newest?.officeId ?? "") ?? "";
    const unitName = names.get(newest?.unitId ?? newest?.officeId ?? "") ?? "";
    const value = {
      personId,
      nip,
      name,
      unitName,
      officeName,
      terms: terms.map(({ from, class: rank, obliged }) => ({ from, class: rank, obliged })),
      exemptions: exemptions.map(({ from, to }) => ({ from, to })),
      active,
    };
    return { kind: "person", key: personId, outletId: null, value };
  });
}
