import type { MonthState } from "../../../shared/contract/fleet-api.ts";
import { queryOne, type Queryable, type Transaction } from "../database/database.ts";
import { WAITS } from "./quarantine.ts";

/** The months of a regency whose reports are final. */
export async function lockedMonths(db: Queryable, regencyId: string): Promise<Set<string>> {
  const rows = await db.query<{ period: string }>(
    "select period from month_lock where regency_id = $1",
    [regencyId],
  );
  return new Set(rows.map(({ period }) => period));
}

/** One lock for the months of a regency: held shared while entries come, alone while a month is locked. */
const HOLD = "hashtext('month_lock ' || $1)";

/** The same, and none is locked until this transaction ends. */
export async function lockedMonthsHeld(tx: Transaction, regencyId: string): Promise<Set<string>> {
  await tx.query(`select pg_advisory_xact_lock_shared(${HOLD})`, [regencyId]);
  return lockedMonths(tx, regencyId);
}

/**
 * Notes of waiting sales of a till that their month was locked meanwhile, where nothing else is wrong
 * with their content: once signatures are answered for, they wait as late.
 */
export async function markLate(
  tx: Transaction,
  { regencyId, tillId }: { readonly regencyId: string; readonly tillId: string },
  range: { readonly from: number; readonly to: number },
): Promise<void> {
  await tx.query(
    `update quarantine q set content_code = 'ENTRY_LATE'
     from sale s join month_lock l using (regency_id, period)
     where q.regency_id = $1 and q.till_id = $2 and q.seq between $3 and $4
       and q.content_code is null and ${WAITS}
       and s.regency_id = q.regency_id and s.till_id = q.till_id and s.seq = q.seq`,
    [regencyId, tillId, range.from, range.to],
  );
}

/** Locks a month; gives false where it was locked before. */
export async function insertMonthLock(
  tx: Transaction,
  regencyId: string,
  lock: { readonly period: string; readonly at: number; readonly userId: string },
): Promise<boolean> {
  await tx.query(`select pg_advisory_xact_lock(${HOLD})`, [regencyId]);
  const rows = await tx.query(
    `insert into month_lock (regency_id, period, locked_at, locked_by) values ($1, $2, $3, $4)
     on conflict do nothing returning period`,
    [regencyId, lock.period, lock.at, lock.userId],
  );
  return rows.length > 0;
}

/** Whether and by whom a month was locked, and what of it still waits for a person. */
export async function monthState(
  db: Queryable,
  regencyId: string,
  period: string,
): Promise<Omit<MonthState, "lockableFrom" | "revisions">> {
  const row = await queryOne<Omit<MonthState, "lockableFrom" | "revisions">>(
    db,
    `select l.locked_at as "lockedAt", u.name as "lockedBy",
       (select count(*) from sale s where s.regency_id = r.regency_id and s.period = $2
         and s.state = 'ACCEPTED' and s.code = 'PERIOD_PENDING') as "openPeriods",
       (select count(*) from quarantine q
         join sale s on s.regency_id = q.regency_id and s.till_id = q.till_id and s.seq = q.seq
         where q.regency_id = r.regency_id and s.period = $2 and ${WAITS}) as quarantined
     from regency r
     left join month_lock l on l.regency_id = r.regency_id and l.period = $2
     left join centre_user u on u.regency_id = l.regency_id and u.user_id = l.locked_by
     where r.regency_id = $1`,
    [regencyId, period],
  );
  if (row === null) throw new Error("a centre without a regency");
  return row;
}
