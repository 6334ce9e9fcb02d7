import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { fingerprintOf, keyIdOf } from "../../../shared/domain/journal.ts";
import { sha256Hex } from "./digest.ts";

/** An Ed25519 SPKI ends with its raw bytes. */
const RAW_KEY_BYTES = 32;
const SIGNATURE_TEXT = /^[A-Za-z0-9_-]{86}$/;

/** An Ed25519 key of the centre: what signs, and how it is named. */
export type SigningKey = {
  readonly keyId: string;
  /** base64 SPKI DER */
  readonly publicKey: string;
  /** hex SHA-256 of the SPKI DER */
  readonly fingerprint: string;
  sign(data: string | Uint8Array): Uint8Array;
  /** base64url without padding */
  signText(data: string): string;
};

/** Reads a private key (PKCS#8 PEM) into something that signs. */
export function signingKey(pem: string): SigningKey {
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey)
    .export({ type: "spki", format: "der" })
    .toString("base64");
  const signBytes = (data: string | Uint8Array) => sign(null, Buffer.from(data), privateKey);
  return {
    publicKey,
    keyId: keyIdOf(sha256Hex, publicKey),
    fingerprint: fingerprintOf(sha256Hex, publicKey),
    sign: signBytes,
    signText: (data) => signBytes(data).toString("base64url"),
  };
}

/** A public key given as base64 SPKI DER; null when it is none, or not of the wanted kind. */
export function publicKeyOf(
  base64: string,
  kind: "ed25519" | "x25519" = "ed25519",
): KeyObject | null {
  try {
    const key = createPublicKey({
      key: Buffer.from(base64, "base64"),
      format: "der",
      type: "spki",
    });
    return key.asymmetricKeyType === kind ? key : null;
  } catch {
    return null;
  }
}

/** The 32 bytes of an Ed25519 public key given as base64 SPKI DER; null when it is none. */
export function rawPublicKeyOf(base64: string): Uint8Array | null {
  const der = publicKeyOf(base64)?.export({ type: "spki", format: "der" });
  return der?.subarray(-RAW_KEY_BYTES) ?? null;
}

/** The 64 bytes of a signature given as base64url; null for text that is none. */
export function signatureBytes(text: string): Uint8Array | null {
  return SIGNATURE_TEXT.test(text) ? Buffer.from(text, "base64url") : null;
}

/** Checks a signature given as base64url off the main thread; false for text that is none. */
export function verifySignature(
  key: KeyObject,
  message: string | Uint8Array,
  signature: string,
): Promise<boolean> {
  const given = signatureBytes(signature);
  if (given === null) return Promise.resolve(false);
  return new Promise((resolve) => {
    const bytes = typeof message === "string" ? Buffer.from(message) : message;
    verify(null, bytes, key, given, (error, valid) => {
      resolve(error === null && valid);
    });
  });
}
