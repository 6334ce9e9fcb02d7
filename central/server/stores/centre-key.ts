import type { CentreKey } from "../../../shared/contract/sync.ts";
import { instantText } from "../../../shared/domain/period.ts";
import type { Queryable, Transaction } from "../database/database.ts";

/** Keeps a centre key with the root's signature; a known key stays as it is. */
export async function saveCentreKey(
  tx: Transaction,
  regencyId: string,
  key: Omit<CentreKey, "validFrom"> & { readonly validFromMs: number },
): Promise<void> {
  await tx.query(
    `insert into centre_key (regency_id, key_id, public_key, valid_from, issuer_signature)
     values ($1, $2, $3, $4, $5) on conflict (regency_id, key_id) do nothing`,
    [regencyId, key.keyId, key.publicKey, key.validFromMs, key.issuerSignature],
  );
}

/** All keys the centre ever signed with, the oldest first. */
export async function allCentreKeys(db: Queryable, regencyId: string): Promise<CentreKey[]> {
  const rows = await db.query<{
    key_id: string;
    public_key: string;
    valid_from: number;
    issuer_signature: string;
  }>("select * from centre_key where regency_id = $1 order by valid_from, key_id", [regencyId]);
  return rows.map((row) => ({
    keyId: row.key_id,
    publicKey: row.public_key,
    validFrom: instantText(row.valid_from),
    issuerSignature: row.issuer_signature,
  }));
}
