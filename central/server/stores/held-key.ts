import type { Certificate } from "../../../shared/contract/sync.ts";
import { queryOne, type Queryable, type Transaction } from "../database/database.ts";

type TillKey = { readonly regencyId: string; readonly tillId: string };

/** A key of a till, from the first entry that it signs. */
export type ChainKey = Pick<Certificate, "fromSeq" | "keyId" | "publicKey">;

/** Keeps a key that a till changed to without certifying it; one it has from that entry on stays. */
export async function holdKey(
  tx: Transaction,
  { regencyId, tillId }: TillKey,
  { fromSeq, keyId, publicKey }: ChainKey,
): Promise<void> {
  await tx.query(
    `insert into held_key (regency_id, till_id, from_seq, key_id, public_key)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [regencyId, tillId, fromSeq, keyId, publicKey],
  );
}

/** The keys of a till that are not certified, by `fromSeq`. */
export function heldKeysOf(db: Queryable, { regencyId, tillId }: TillKey): Promise<ChainKey[]> {
  return db.query<ChainKey>(
    `select h.from_seq as "fromSeq", h.key_id as "keyId", h.public_key as "publicKey"
     from held_key h
     where h.regency_id = $1 and h.till_id = $2 and not exists (select 1 from till_certificate c
       where c.regency_id = $1 and c.till_id = $2 and c.from_seq = h.from_seq)
     order by h.from_seq`,
    [regencyId, tillId],
  );
}

/** The public key that a till signs its requests with: its newest, certified or not; null: it has none. */
export async function newestKeyOf(
  db: Queryable,
  { regencyId, tillId }: TillKey,
): Promise<string | null> {
  const row = await queryOne<{ publicKey: string }>(
    db,
    `select public_key as "publicKey" from (
       select from_seq, public_key from till_certificate where regency_id = $1 and till_id = $2
       union all
       select from_seq, public_key from held_key where regency_id = $1 and till_id = $2
     ) k order by from_seq desc limit 1`,
    [regencyId, tillId],
  );
  return row?.publicKey ?? null;
}
