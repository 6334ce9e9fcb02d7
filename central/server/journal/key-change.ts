import type { Certificate } from "../../../shared/contract/sync.ts";
import type { KeyChangedBody } from "../../../shared/contract/till-bodies.ts";
import { hashBytes, keyChangeText, keyIdOf } from "../../../shared/domain/journal.ts";
import { instantText } from "../../../shared/domain/period.ts";
import type { Queryable } from "../database/database.ts";
import type { CentreDeps } from "../deps.ts";
import { issueCertificate } from "../keys/centre-keys.ts";
import { sha256Hex } from "../keys/digest.ts";
import { publicKeyOf, verifySignature } from "../keys/ed25519.ts";
import { isKeyCertified } from "../stores/till.ts";
import type { ReadArrival } from "./arrival.ts";

/** What of an entry it takes to judge a change of the till's key. */
export type Linked = Pick<ReadArrival, "seq" | "prevHash" | "hash" | "signature" | "parsed">;

/** The body of an entry when it is a readable KEY_CHANGED. */
export function keyChangeOf({ parsed }: Pick<Linked, "parsed">): KeyChangedBody | null {
  const known = parsed.state === "READ" ? parsed.known : null;
  return known?.kind === "KEY_CHANGED" ? known : null;
}

/** Whether a till has its certificate for the key that a KEY_CHANGED at `seq` names. */
export function isChangeCertified(
  certificates: readonly Certificate[],
  seq: number,
  { newPublicKey }: KeyChangedBody,
): boolean {
  return certificates.some(
    ({ fromSeq, publicKey }) => fromSeq === seq + 1 && publicKey === newPublicKey,
  );
}

/**
 * Certifies, for a till with these certificates, each new key among its entries that both the old key
 * and the new one signed; the old one being certified, no person is asked. What does not hold gets
 * none, and the entries after it then have no sound signature.
 */
export async function certifyChanges(
  { keys, clock }: CentreDeps,
  db: Queryable,
  of: { readonly certificates: readonly Certificate[]; readonly entries: readonly Linked[] },
): Promise<Certificate[]> {
  const issued: Certificate[] = [];
  for (const entry of of.entries) {
    const body = keyChangeOf(entry);
    const known = [...of.certificates, ...issued];
    const old = known.at(-1);
    if (body === null || old === undefined || isChangeCertified(known, entry.seq, body)) continue;
    if (!(await isVouched(old, entry, body)) || (await isKeyCertified(db, body.newPublicKey))) {
      continue;
    }
    const { tillId, regencyId, outletCode, tillCode, deviceKind } = old;
    const certificate = issueCertificate(keys.root, {
      tillId,
      regencyId,
      outletCode,
      tillCode,
      deviceKind,
      keyId: body.newKeyId,
      publicKey: body.newPublicKey,
      fromSeq: entry.seq + 1,
      validFrom: instantText(clock.wallMs()),
    });
    issued.push(certificate);
  }
  return issued;
}

/** Whether both keys signed the change, at this place of this till's chain. */
async function isVouched(
  old: Certificate,
  { seq, prevHash, hash, signature }: Linked,
  body: KeyChangedBody,
): Promise<boolean> {
  const { oldKeyId, newKeyId, newPublicKey, newSignature } = body;
  const [oldKey, newKey] = [publicKeyOf(old.publicKey), publicKeyOf(newPublicKey)];
  if (oldKey === null || newKey === null || seq < old.fromSeq || oldKeyId !== old.keyId) {
    return false;
  }
  if (newKeyId !== keyIdOf(sha256Hex, newPublicKey) || newKeyId === oldKeyId) return false;
  const { tillId } = old;
  const text = keyChangeText({ tillId, seq, prevHash, oldKeyId, newPublicKey });
  return (
    (await verifySignature(oldKey, hashBytes(hash), signature)) &&
    (await verifySignature(newKey, text, newSignature))
  );
}
