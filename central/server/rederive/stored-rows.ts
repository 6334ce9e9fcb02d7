import { MonthTotalChange } from "../../../shared/contract/feed.ts";
import type { Queryable } from "../database/database.ts";

type Row = Readonly<Record<string, string | number | null>>;

/** The heads as stored. */
export function storedHeads(db: Queryable, regencyId: string): Promise<Row[]> {
  return db.query(
    `select till_id as "tillId", seq, hash, at, counter, turnover, reversals,
       training::int as training
     from till_head
     where regency_id = $1`,
    [regencyId],
  );
}

/** Sales that count, as stored, with the sums of their lines. */
export function storedSales(db: Queryable, regencyId: string): Promise<Row[]> {
  return db.query(
    `select s.sale_id as "saleId", s.till_id as "tillId", s.seq, s.period, s.day, s.total,
       s.counted, s.office_id as "officeId", s.person_id as "personId",
       coalesce(sum(l.qty), 0)::bigint as pieces, coalesce(sum(l.net), 0)::bigint as net,
       count(*) filter (where l.counts) as "countingLines"
     from sale s left join sale_line l using (regency_id, sale_id)
     where s.regency_id = $1 and s.state = 'ACCEPTED'
     group by s.sale_id, s.till_id, s.seq, s.period, s.day, s.total, s.counted, s.office_id,
       s.person_id`,
    [regencyId],
  );
}

/** Reversals that count, as stored. */
export function storedReversals(db: Queryable, regencyId: string): Promise<Row[]> {
  return db.query(
    `select till_id as "tillId", seq, sale_id as "saleId", day, total, took, counted
     from reversal where regency_id = $1 and state = 'ACCEPTED'`,
    [regencyId],
  );
}

/** Each person's month as the feed tells it to tills. */
export async function toldMonths(db: Queryable, regencyId: string): Promise<Row[]> {
  const rows = await db.query<{ value: string }>(
    "select value from feed where regency_id = $1 and kind = 'month_total'",
    [regencyId],
  );
  return rows.map(({ value }) => {
    const { period, personId, counted } = MonthTotalChange.parse(JSON.parse(value));
    return { period, personId, counted };
  });
}
