import type {
  CentreKey,
  Certificate,
  CountersignedHead,
  HelloAnswer,
} from "../../../shared/contract/sync.ts";
import {
  centreKeyText,
  certificateText,
  headText,
  helloAnswerText,
  keyIdOf,
} from "../../../shared/domain/journal.ts";
import { base64urlDecode, utf8 } from "../../../shared/domain/text.ts";
import { sha256Hex, verifyEd25519 } from "../keys/ed25519.ts";

/*
 * What a till believes: the root it pinned at enrolment, the keys that root signed, and only what
 * those keys signed. Nothing here reads a clock: keys are chosen by id.
 */

function signedBy(publicKey: string, text: string, signature: string): boolean {
  const bytes = base64urlDecode(signature);
  return bytes !== null && verifyEd25519(publicKey, utf8(text), bytes);
}

/** Whether the root certified this centre key. */
export function trustsCentreKey(rootPublicKey: string, key: CentreKey): boolean {
  return (
    keyIdOf(sha256Hex, key.publicKey) === key.keyId &&
    signedBy(rootPublicKey, centreKeyText(key), key.issuerSignature)
  );
}

/** Whether the root issued this certificate for this very key. */
export function trustsCertificate(rootPublicKey: string, certificate: Certificate): boolean {
  return (
    certificate.issuerKeyId === keyIdOf(sha256Hex, rootPublicKey) &&
    certificate.keyId === keyIdOf(sha256Hex, certificate.publicKey) &&
    signedBy(rootPublicKey, certificateText(certificate), certificate.issuerSignature)
  );
}

/** Centre keys by id, of those the root certified. */
export type TrustedKeys = ReadonlyMap<string, string>;

export function trustedKeys(rootPublicKey: string, keys: readonly CentreKey[]): TrustedKeys {
  const sound = keys.filter((key) => trustsCentreKey(rootPublicKey, key));
  return new Map(sound.map((key) => [key.keyId, key.publicKey]));
}

/** Whether the centre signed this head of this till. */
export function trustsHead(keys: TrustedKeys, tillId: string, head: CountersignedHead): boolean {
  const key = keys.get(head.centreKeyId);
  if (key === undefined || head.tillId !== tillId) return false;
  return signedBy(key, headText(head), head.signature);
}

/** Whether the centre, and no stranger, answered this hello with this time and head. */
export function trustsHello(
  keys: TrustedKeys,
  asked: { readonly tillId: string; readonly clientRandom: string },
  answer: HelloAnswer,
): boolean {
  const key = keys.get(answer.centreKeyId);
  if (key === undefined) return false;
  const { centreTime, head, nonce } = answer;
  const text = helloAnswerText({
    ...asked,
    centreTime,
    headSeq: head.seq,
    headHash: head.hash,
    nonce,
  });
  return signedBy(key, text, answer.signature);
}
