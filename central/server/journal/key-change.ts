import type { Certificate } from "../../../shared/contract/sync.ts";
import type { KeyChangedBody } from "../../../shared/contract/till-bodies.ts";
import { hashBytes, keyChangeText, keyIdOf } from "../../../shared/domain/journal.ts";
import { instantText } from "../../../shared/domain/period.ts";
import type { Queryable } from "../database/database.ts";
import type { CentreDeps } from "../deps.ts";
import { issueCertificate } from "../keys/centre-keys.ts";
import { sha256Hex } from "../keys/digest.ts";
import { publicKeyOf, verifySignature } from "../keys/ed25519.ts";
import type { ChainKey } from "../stores/held-key.ts";
import { isKeyCertified } from "../stores/till.ts";
import type { ReadArrival } from "./arrival.ts";

/** What of an entry it takes to judge a change of the till's key. */
export type Linked = Pick<ReadArrival, "seq" | "prevHash" | "hash" | "signature" | "parsed">;

/** The body of an entry when it is a readable KEY_CHANGED. */
export function keyChangeOf({ parsed }: Pick<Linked, "parsed">): KeyChangedBody | null {
  const known = parsed.state === "READ" ? parsed.known : null;
  return known?.kind === "KEY_CHANGED" ? known : null;
}

/** Whether the key that a KEY_CHANGED at `seq` names is among these of its till. */
export function isChangeCertified(
  chainKeys: readonly ChainKey[],
  seq: number,
  { newPublicKey }: KeyChangedBody,
): boolean {
  return chainKeys.some(
    ({ fromSeq, publicKey }) => fromSeq === seq + 1 && publicKey === newPublicKey,
  );
}

/**
 * Certificates for a till with these and these held keys, one for each new key among its entries that
 * both the old key and the new one signed. What does not hold gets none, and the entries after it then
 * have no sound signature. Whoever keeps them sees to it that none is given out for a held key.
 */
export async function certifyChanges(
  { keys, clock }: CentreDeps,
  db: Queryable,
  of: {
    readonly certificates: readonly Certificate[];
    readonly held: readonly ChainKey[];
    readonly entries: readonly Linked[];
  },
): Promise<Certificate[]> {
  const issued: Certificate[] = [];
  const [first] = of.certificates;
  for (const entry of of.entries) {
    const body = keyChangeOf(entry);
    const known: ChainKey[] = [...of.certificates, ...of.held, ...issued];
    const old = known.at(-1);
    if (body === null || first === undefined || old === undefined) continue;
    if (isChangeCertified(known, entry.seq, body)) continue;
    const { tillId, regencyId, outletCode, tillCode, deviceKind } = first;
    if (
      !(await isVouched({ ...old, tillId }, entry, body)) ||
      (await isKeyCertified(db, body.newPublicKey))
    ) {
      continue;
    }
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
  old: ChainKey & { readonly tillId: string },
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
