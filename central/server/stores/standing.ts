import type { OfficeMonth } from "../../../shared/contract/centre-api.ts";
import type { ObligationClass } from "../../../shared/contract/primitives.ts";
import type { Obligations } from "../../../shared/domain/obligation.ts";
import { columns, type Queryable } from "../database/database.ts";

/** A person as the month finds them: the term of the 1st rules the whole of it. */
export type StandingRow = {
  readonly personId: string;
  readonly name: string;
  readonly nip: string;
  readonly unitName: string;
  readonly officeId: string;
  readonly from: string;
  readonly class: ObligationClass;
  readonly obliged: boolean;
  readonly exempt: boolean;
  readonly counted: number;
  readonly sales: number;
};

/** Everyone with a term in force on the 1st of $2, with their total of that month. */
const STANDING = `with term as (
    select distinct on (person_id) person_id, from_date, class, obliged, office_id, unit_id
    from person_term where regency_id = $1 and from_date <= $2 || '-01'
    order by person_id, from_date desc
  ), standing as (
    select p.person_id, p.name, p.nip, term.from_date, term.class, term.obliged, term.office_id,
      term.unit_id,
      exists (select 1 from exemption e where e.regency_id = $1 and e.person_id = p.person_id
        and e.from_period <= $2 and e.to_period >= $2) as exempt,
      coalesce(m.counted, 0) as counted, coalesce(m.sales, 0) as sales
    from term
    join person p on p.regency_id = $1 and p.person_id = term.person_id and p.active
    left join person_month m
      on m.regency_id = $1 and m.period = $2 and m.person_id = term.person_id
  )`;

/** The people of an office in a month, by name. */
export function standingsOf(
  db: Queryable,
  regencyId: string,
  wanted: { readonly officeId: string; readonly period: string },
): Promise<StandingRow[]> {
  return db.query<StandingRow>(
    `${STANDING}
     select s.person_id as "personId", s.name, s.nip, s.from_date as "from", s.class, s.obliged,
       s.exempt, s.counted, s.sales, s.office_id as "officeId", u.name as "unitName"
     from standing s
     join office u on u.regency_id = $1 and u.office_id = coalesce(s.unit_id, s.office_id)
     where s.office_id = $3 order by lower(s.name), s.person_id`,
    [regencyId, wanted.period, wanted.officeId],
  );
}

/** Each OPD's month: how many are obliged, how many met it, and what was counted. */
export function officeMonths(
  db: Queryable,
  regencyId: string,
  wanted: { readonly period: string; readonly obligations: Obligations | null },
): Promise<OfficeMonth[]> {
  const duties = Object.entries(wanted.obligations ?? {}).map(([rank, amount]) => ({
    rank,
    amount,
  }));
  return db.query<OfficeMonth>(
    `${STANDING}, duty as (select * from unnest($3::text[], $4::bigint[]) as d(class, amount)),
     judged as (
       select s.*, d.amount, s.obliged and not s.exempt and d.amount is not null as owes
       from standing s left join duty d using (class)
     )
     select o.office_id as "officeId", o.name, o.kind,
       count(j.person_id) as people,
       count(*) filter (where j.owes) as obliged,
       count(*) filter (where j.owes and j.counted >= j.amount) as met,
       count(*) filter (where j.obliged and j.exempt) as exempt,
       coalesce(max(m.counted), 0) as counted,
       coalesce(sum(j.amount) filter (where j.owes), 0)::bigint as target
     from office o
     left join judged j on j.office_id = o.office_id
     left join office_month m
       on m.regency_id = $1 and m.period = $2 and m.office_id = o.office_id
     where o.regency_id = $1 and o.parent_id is null
     group by o.office_id, o.name, o.kind
     having count(j.person_id) > 0 or max(m.counted) is not null
     order by o.name`,
    [regencyId, wanted.period, ...columns(duties, ["rank", "amount"])],
  );
}

/** The OPD a person belongs to in a month, or null. */
export async function officeOfPerson(
  db: Queryable,
  regencyId: string,
  wanted: { readonly personId: string; readonly period: string },
): Promise<string | null> {
  const [row] = await db.query<{ office_id: string }>(
    `select office_id from person_term
     where regency_id = $1 and person_id = $2 and from_date <= $3 || '-01'
     order by from_date desc limit 1`,
    [regencyId, wanted.personId, wanted.period],
  );
  return row?.office_id ?? null;
}
