import type { Queryable, Transaction } from "../database/database.ts";

/** The months of a regency whose reports are final. */
export async function lockedMonths(db: Queryable, regencyId: string): Promise<Set<string>> {
  const rows = await db.query<{ period: string }>(
    "select period from month_lock where regency_id = $1",
    [regencyId],
  );
  return new Set(rows.map(({ period }) => period));
}

/** Locks a month; gives false where it was locked before. */
export async function insertMonthLock(
  tx: Transaction,
  regencyId: string,
  lock: { readonly period: string; readonly at: number; readonly userId: string },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into month_lock (regency_id, period, locked_at, locked_by) values ($1, $2, $3, $4)
     on conflict do nothing returning period`,
    [regencyId, lock.period, lock.at, lock.userId],
  );
  return rows.length > 0;
}
