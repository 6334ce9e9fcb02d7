import type { MonthRevision } from "../../../shared/contract/fleet-api.ts";
import type { Queryable, Transaction } from "../database/database.ts";

/** What a change makes of a month's report: what reached the makers, and what counts for people. */
export type MonthDifference = { readonly total: number; readonly counted: number };

/** Takes those of some months that are locked, so that one change of each comes after the other. */
export async function holdLockedMonths(
  tx: Transaction,
  regencyId: string,
  periods: readonly string[],
): Promise<string[]> {
  const rows = await tx.query<{ period: string }>(
    `select period from month_lock where regency_id = $1 and period = any($2::text[])
     order by period for update`,
    [regencyId, periods],
  );
  return rows.map(({ period }) => period);
}

/** Keeps a new version of a locked month's report; the caller holds the month. */
export async function saveRevision(
  tx: Transaction,
  { regencyId, tillId }: { readonly regencyId: string; readonly tillId: string },
  revision: MonthDifference & {
    readonly period: string;
    readonly seq: number;
    readonly at: number;
    readonly userId: string;
  },
): Promise<void> {
  const { period, seq, at, userId, total, counted } = revision;
  await tx.query(
    `insert into month_revision
       (regency_id, period, version, till_id, seq, at, user_id, total, counted)
     select $1, $2, coalesce(max(version), 1) + 1, $3, $4, $5, $6, $7, $8
     from month_revision where regency_id = $1 and period = $2`,
    [regencyId, period, tillId, seq, at, userId, total, counted],
  );
}

/** What people changed in a month after its lock, the first first. */
export function monthRevisions(
  db: Queryable,
  regencyId: string,
  period: string,
): Promise<MonthRevision[]> {
  return db.query<MonthRevision>(
    `select r.version, r.at, u.name as by, s.sale_id as "saleId", s.number, r.total, r.counted
     from month_revision r
     join sale s using (regency_id, till_id, seq)
     left join centre_user u on u.regency_id = r.regency_id and u.user_id = r.user_id
     where r.regency_id = $1 and r.period = $2 order by r.version`,
    [regencyId, period],
  );
}
