import type { Certificate } from "../../../shared/contract/sync.ts";
import type { ResumedBody } from "../../../shared/contract/till-bodies.ts";
import { provisionalText } from "../../../shared/domain/journal.ts";
import { publicKeyOf, verifySignature } from "../keys/ed25519.ts";
import { certificateAt } from "../stores/till.ts";

/**
 * Whether the key that went on with the old chain, where a RESUMED left it, vouched for the till that a
 * certificate names. `old` are the old till's certificates.
 */
export async function isVouchedFor(
  { oldSeq, provisional }: ResumedBody,
  certificate: Certificate,
  old: readonly Certificate[],
): Promise<boolean> {
  const issuer = certificateAt(old, oldSeq + 1);
  if (provisional === undefined || issuer?.keyId !== provisional.issuerKeyId) return false;
  const { issuerKeyId, validFrom, issuerSignature } = provisional;
  const key = publicKeyOf(issuer.publicKey);
  const text = provisionalText({ ...certificate, issuerKeyId, validFrom });
  return key !== null && verifySignature(key, text, issuerSignature);
}
