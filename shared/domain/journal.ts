import type { Sha256Hex } from "./crypto.ts";
import { base32Encode, base64Decode, hexDecode } from "./text.ts";

/*
 * The exact texts that are hashed and signed. A part never holds a line feed: ids, numbers, codes and
 * base64 only, so joining them by one is unambiguous; a body comes last.
 */

/** `prevHash` of a till's first entry. */
export function genesisHash(sha256Hex: Sha256Hex, tillId: string): string {
  return sha256Hex(tillId);
}

/** The hash of an entry over its place in the chain and its exact body. */
export function entryHash(
  sha256Hex: Sha256Hex,
  entry: {
    readonly tillId: string;
    readonly seq: number;
    readonly prevHash: string;
    readonly body: string;
  },
): string {
  return sha256Hex(`belabeli/1\n${entry.tillId}\n${entry.seq}\n${entry.prevHash}\n${entry.body}`);
}

/** The 32 bytes of a hash: what an entry's signature signs. Throws RangeError for any other text. */
export function hashBytes(hash: string): Uint8Array {
  const bytes = hexDecode(hash);
  if (bytes === null || bytes.length !== 32) throw new RangeError("not a SHA-256 hash in hex");
  return bytes;
}

/** What `receiptSignature` of a SALE or RETURN signs; `at` is the instant's text. */
export function receiptText(receipt: {
  readonly tillId: string;
  readonly seq: number;
  readonly hash: string;
  readonly number: string;
  readonly at: string;
  readonly total: number;
}): string {
  const { tillId, seq, hash, number, at, total } = receipt;
  return ["belabeli-receipt/1", tillId, seq, hash, number, at, total].join("\n");
}

/** What a till signs for each request; `bodyHash` is SHA-256 in hex of the bytes sent. */
export function requestText(request: {
  readonly method: string;
  readonly path: string;
  readonly bodyHash: string;
  readonly nonce: string;
}): string {
  const { method, path, bodyHash, nonce } = request;
  return ["belabeli-request/1", method, path, bodyHash, nonce].join("\n");
}

type CertificateFields = {
  readonly tillId: string;
  readonly regencyId: string;
  readonly outletCode: string;
  readonly tillCode: string;
  readonly deviceKind: string;
  readonly keyId: string;
  readonly publicKey: string;
  readonly fromSeq: number;
  readonly validFrom: string;
  readonly issuerKeyId: string;
};

/** What the root signs for a till's certificate. */
export function certificateText(certificate: CertificateFields): string {
  return certifiedText("belabeli-cert/1", certificate);
}

/** What a till's key signs for the till that goes on from it before the centre was asked. */
export function provisionalText(certificate: CertificateFields): string {
  return certifiedText("belabeli-cert-by-till/1", certificate);
}

function certifiedText(domain: string, certificate: CertificateFields): string {
  const { tillId, regencyId, outletCode, tillCode, deviceKind } = certificate;
  const { keyId, publicKey, fromSeq, validFrom, issuerKeyId } = certificate;
  const till = [tillId, regencyId, outletCode, tillCode, deviceKind];
  return [domain, ...till, keyId, publicKey, fromSeq, validFrom, issuerKeyId].join("\n");
}

/** What the root signs for a centre key. */
export function centreKeyText(key: {
  readonly keyId: string;
  readonly publicKey: string;
  readonly validFrom: string;
}): string {
  return ["belabeli-centre-key/1", key.keyId, key.publicKey, key.validFrom].join("\n");
}

/** What the centre signs for a head it accepted; `receivedAt` is the instant's text. */
export function headText(head: {
  readonly centreKeyId: string;
  readonly tillId: string;
  readonly seq: number;
  readonly hash: string;
  readonly receivedAt: string;
}): string {
  const { centreKeyId, tillId, seq, hash, receivedAt } = head;
  return ["belabeli-head/1", centreKeyId, tillId, seq, hash, receivedAt].join("\n");
}

/**
 * What the new key signs in a KEY_CHANGED: that it is in this till's hands, at this very place of the
 * chain. The old key signs the entry itself, as any other.
 */
export function keyChangeText(change: {
  readonly tillId: string;
  readonly seq: number;
  readonly prevHash: string;
  readonly oldKeyId: string;
  readonly newPublicKey: string;
}): string {
  const { tillId, seq, prevHash, oldKeyId, newPublicKey } = change;
  return ["belabeli-key-change/1", tillId, seq, prevHash, oldKeyId, newPublicKey].join("\n");
}

/** What a till signs to open a session. */
export function helloText(hello: {
  readonly tillId: string;
  readonly clientRandom: string;
  readonly protocol: number;
}): string {
  return ["belabeli-hello/1", hello.tillId, hello.clientRandom, hello.protocol].join("\n");
}

/** What the centre signs to answer a hello; `centreTime` in milliseconds. */
export function helloAnswerText(answer: {
  readonly tillId: string;
  readonly clientRandom: string;
  readonly centreTime: number;
  readonly headSeq: number;
  readonly headHash: string;
  readonly nonce: string;
}): string {
  const { tillId, clientRandom, centreTime, headSeq, headHash, nonce } = answer;
  const parts = [tillId, clientRandom, centreTime, headSeq, headHash, nonce];
  return ["belabeli-hello-answer/1", ...parts].join("\n");
}

/** The code printed on a receipt: the first 12 base32 characters of the hash. */
export function codeOfHash(hash: string): string {
  return base32Encode(hashBytes(hash)).slice(0, 12);
}

/** A key's SHA-256 in hex over its SPKI DER, given as base64. Throws RangeError for other text. */
export function fingerprintOf(sha256Hex: Sha256Hex, publicKey: string): string {
  const der = base64Decode(publicKey);
  if (der === null) throw new RangeError("not a base64 key");
  return sha256Hex(der);
}

/** A key's id: the first 16 hex digits of its fingerprint. */
export function keyIdOf(sha256Hex: Sha256Hex, publicKey: string): string {
  return fingerprintOf(sha256Hex, publicKey).slice(0, 16);
}

/** A fingerprint as two people compare it on two screens: 20 base32 characters in groups of four. */
export function fingerprintCode(fingerprint: string): string {
  const code = base32Encode(hashBytes(fingerprint)).slice(0, 20);
  return (code.match(/.{4}/g) ?? []).join("-");
}

/** What JSON can hold. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** The exact `private` text of an entry: the salt (32 hex digits of 128 random bits) first. */
export function privateText(fields: Readonly<Record<string, JsonValue>>, saltHex: string): string {
  return JSON.stringify({ salt: saltHex, ...fields });
}

/** Whether a text is JSON in the one spelling the journal takes. */
export function isExactJson(text: string): boolean {
  try {
    return JSON.stringify(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}
