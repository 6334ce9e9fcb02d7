/** SHA-256 as 64 lower-case hex digits; a text is hashed as UTF-8. Passed in: the domain has no crypto. */
export type Sha256Hex = (data: string | Uint8Array) => string;

/** Checks an Ed25519 signature under a key given as base64 SPKI DER; false for a key that is none. */
export type VerifyEd25519 = (
  publicKey: string,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean;
