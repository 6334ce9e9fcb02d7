import { queryOne, type Database, type Queryable, type Transaction } from "../database/database.ts";
import { lockOutlet } from "./outlet.ts";
import { isInService, type TillRecord } from "./till.ts";

type Post = { readonly regencyId: string; readonly outletId: string };

/**
 * The till code kept free for whoever goes on from a till, so that it can begin before it reached the
 * centre. Null where the outlet has none left, and for a till that nobody goes on from.
 */
export async function spareCodeOf(database: Database, till: TillRecord): Promise<string | null> {
  if (!isInService(till)) return null;
  const kept = await spareCode(database, till);
  if (kept !== null) return kept;
  return database.transaction(async (tx) => {
    await lockOutlet(tx, till.regencyId, till.outletId);
    const free = await freeTillCode(tx, till);
    await tx.query(
      `update till set spare_code = coalesce(spare_code, $3)
       where regency_id = $1 and till_id = $2`,
      [till.regencyId, till.tillId, free],
    );
    return spareCode(tx, till);
  });
}

/** The spare code of a till, or null. */
export async function spareCode(
  db: Queryable,
  { regencyId, tillId }: Pick<TillRecord, "regencyId" | "tillId">,
): Promise<string | null> {
  const row = await queryOne<{ code: string | null }>(
    db,
    "select spare_code as code from till where regency_id = $1 and till_id = $2",
    [regencyId, tillId],
  );
  return row?.code ?? null;
}

/** The highest till code of an outlet that was never given out, or null. The caller holds the outlet. */
export async function freeTillCode(
  tx: Transaction,
  { regencyId, outletId }: Post,
): Promise<string | null> {
  const row = await queryOne<{ code: string }>(
    tx,
    `select n.code from (
       select lpad(generate_series(99, 1, -1)::text, 2, '0') as code
     ) n
     where not exists (select 1 from till t where t.regency_id = $1 and t.outlet_id = $2
         and n.code in (t.till_code, t.spare_code))
       and not exists (select 1 from enrolment e where e.regency_id = $1 and e.outlet_id = $2
         and e.till_code = n.code)
     order by n.code desc limit 1`,
    [regencyId, outletId],
  );
  return row?.code ?? null;
}
