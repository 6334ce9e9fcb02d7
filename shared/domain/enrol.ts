import type { Sha256Hex } from "./crypto.ts";
import { err, ok, type Result } from "./result.ts";
import { base32Decode, base32Encode, hexEncode } from "./text.ts";

const SECRET_BYTES = 10;
const CODE_BYTES = 20;

/** What an enrolment code carries: an 80-bit secret and the first 80 bits of the root's SHA-256. */
export type EnrolCode = {
  readonly secret: Uint8Array;
  /** first 20 hex digits of the root's fingerprint */
  readonly rootPrefix: string;
};

/** The code as the admin reads it out: 32 base32 characters in groups of four. */
export function encodeEnrolCode(secret: Uint8Array, rootHash: Uint8Array): string {
  if (secret.length !== SECRET_BYTES || rootHash.length < CODE_BYTES - SECRET_BYTES) {
    throw new RangeError("an enrolment code has an 80-bit secret and 80 bits of the root's hash");
  }
  const bytes = new Uint8Array(CODE_BYTES);
  bytes.set(secret);
  bytes.set(rootHash.subarray(0, CODE_BYTES - SECRET_BYTES), SECRET_BYTES);
  return (base32Encode(bytes).match(/.{4}/g) ?? []).join("-");
}

/** Reads a typed code; blanks, hyphens and case do not matter. */
export function parseEnrolCode(text: string): Result<EnrolCode, "ENROL_CODE_MALFORMED"> {
  const plain = text.length <= 100 ? text.replace(/[\s-]/g, "") : "";
  const bytes = plain.length === 32 ? base32Decode(plain) : null;
  if (bytes === null) return err("ENROL_CODE_MALFORMED");
  const rootPrefix = hexEncode(bytes.subarray(SECRET_BYTES));
  return ok({ secret: bytes.slice(0, SECRET_BYTES), rootPrefix });
}

/** Names a code to the centre without giving its secret away: 16 hex digits. */
export function enrolLookup(sha256Hex: Sha256Hex, secret: Uint8Array): string {
  return sha256Hex(`belabeli-enrol/1\n${hexEncode(secret)}`).slice(0, 16);
}

/** What the HMAC-SHA-256 under the secret proves. */
export function enrolText(keys: {
  readonly publicKey: string;
  readonly sealPublicKey: string;
}): string {
  return ["belabeli-enrol/1", keys.publicKey, keys.sealPublicKey].join("\n");
}
