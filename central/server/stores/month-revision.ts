import type { MonthRevision } from "../../../shared/contract/fleet-api.ts";
import { queryOne, type Queryable, type Transaction } from "../database/database.ts";

/** What a month's reports say in sum: what reached the makers, and what counts for people. */
export type MonthSums = { readonly total: number; readonly counted: number };

/** Takes a locked month, so that one change of it comes after the other; false: it is open. */
export async function holdLockedMonth(
  tx: Transaction,
  regencyId: string,
  period: string,
): Promise<boolean> {
  const rows = await tx.query(
    "select period from month_lock where regency_id = $1 and period = $2 for update",
    [regencyId, period],
  );
  return rows.length > 0;
}

/** The sums of a month as they stand. */
export async function monthSums(
  tx: Transaction,
  regencyId: string,
  period: string,
): Promise<MonthSums> {
  const row = await queryOne<MonthSums>(
    tx,
    `select
       (select coalesce(sum(net), 0)::bigint from maker_month
         where regency_id = $1 and period = $2) as total,
       (select coalesce(sum(counted), 0)::bigint from person_month
         where regency_id = $1 and period = $2) as counted`,
    [regencyId, period],
  );
  return row ?? { total: 0, counted: 0 };
}

/** Keeps a new version of a locked month's report; the caller holds the month. */
export async function saveRevision(
  tx: Transaction,
  { regencyId, tillId }: { readonly regencyId: string; readonly tillId: string },
  revision: MonthSums & {
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

/** What was let into a month after its lock, the first first. */
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
