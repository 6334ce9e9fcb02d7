import type { CentreKey } from "../../../../shared/contract/sync.ts";
import { type ReadDb, statement, type WriteDb } from "../database.ts";

/** Keeps a centre key that was already checked against the root. */
export function upsertCentreKey(db: WriteDb, key: CentreKey): void {
  statement(
    db,
    `INSERT INTO centre_key (key_id, public_key, valid_from, issuer_signature)
     VALUES (@keyId, @publicKey, @validFrom, @issuerSignature)
     ON CONFLICT (key_id) DO UPDATE SET public_key = excluded.public_key,
       valid_from = excluded.valid_from, issuer_signature = excluded.issuer_signature`,
  ).run(key);
}

export function centreKeys(db: ReadDb): CentreKey[] {
  return statement(
    db,
    `SELECT key_id AS keyId, public_key AS publicKey, valid_from AS validFrom,
       issuer_signature AS issuerSignature
     FROM centre_key ORDER BY key_id`,
  ).all() as CentreKey[];
}
