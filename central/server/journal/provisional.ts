import type { Certificate } from "../../../shared/contract/sync.ts";
import type { ResumedBody } from "../../../shared/contract/till-bodies.ts";
import { provisionalText } from "../../../shared/domain/journal.ts";
import { publicKeyOf, verifySignature } from "../keys/ed25519.ts";
import type { Queryable } from "../database/database.ts";
import { type ChainKey, heldKeysOf } from "../stores/held-key.ts";
import { certificateAt, certificatesOf, findTill, isInService } from "../stores/till.ts";

/**
 * Whether the key that went on with the old chain, where a RESUMED left it, vouched for the till that a
 * certificate names. `old` are the old till's keys, by `fromSeq`.
 */
export async function isVouchedFor(
  { oldSeq, provisional }: ResumedBody,
  certificate: Certificate,
  old: readonly ChainKey[],
): Promise<boolean> {
  const issuer = certificateAt(old, oldSeq + 1);
  if (provisional === undefined || issuer?.keyId !== provisional.issuerKeyId) return false;
  const { issuerKeyId, validFrom, issuerSignature } = provisional;
  const key = publicKeyOf(issuer.publicKey);
  const text = provisionalText({ ...certificate, issuerKeyId, validFrom });
  return key !== null && verifySignature(key, text, issuerSignature);
}

/** The keys with which a till may vouch for another, by `fromSeq`: once it is out of service, held ones too. */
export async function vouchingKeysOf(
  db: Queryable,
  regencyId: string,
  tillId: string,
): Promise<readonly ChainKey[]> {
  const certificates = await certificatesOf(db, regencyId, tillId);
  const till = await findTill(db, tillId);
  if (till === null || isInService(till)) return certificates;
  const held = await heldKeysOf(db, { regencyId, tillId });
  return [...certificates, ...held].sort((a, b) => a.fromSeq - b.fromSeq);
}
