import { queryOne, type Queryable, type Transaction } from "../database/database.ts";

/** Lays the rows every regency needs, its journal partition among them. Repeating it is harmless. */
export async function ensureRegency(
  tx: Transaction,
  regency: {
    readonly regencyId: string;
    readonly rootPublicKey: string;
    readonly nowMs: number;
  },
): Promise<void> {
  const { regencyId, rootPublicKey, nowMs } = regency;
  if (!/^\d{4}$/.test(regencyId)) throw new RangeError("a regency has a code of four digits");
  await tx.query(
    `insert into regency (regency_id, root_public_key, created_at) values ($1, $2, $3)
     on conflict (regency_id) do nothing`,
    [regencyId, rootPublicKey, nowMs],
  );
  await tx.query(
    `insert into feed_counter (regency_id, feed_seq) values ($1, 0)
     on conflict (regency_id) do nothing`,
    [regencyId],
  );
  await tx.query(
    `create table if not exists journal_entry_${regencyId}
     partition of journal_entry for values in ('${regencyId}')`,
  );
}

/** The root under which a regency's database was laid, or null. */
export async function rootOf(db: Queryable, regencyId: string): Promise<string | null> {
  const row = await queryOne<{ root_public_key: string }>(
    db,
    "select root_public_key from regency where regency_id = $1",
    [regencyId],
  );
  return row?.root_public_key ?? null;
}
