import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import type { Sha256Hex, VerifyEd25519 } from "../../../shared/domain/crypto.ts";

export const sha256Hex: Sha256Hex = (data) => createHash("sha256").update(data).digest("hex");

/** Keys are few and come back with each head and card, so each is read once. */
const publicKeys = new Map<string, KeyObject>();
const MOST_KEYS = 100;

export const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  try {
    return verify(null, message, keyOf(publicKey), signature);
  } catch {
    return false;
  }
};

/** The 64 bytes of a signature. */
export function signEd25519(key: KeyObject, message: Uint8Array): Uint8Array {
  return sign(null, message, key);
}

function keyOf(spkiBase64: string): KeyObject {
  const known = publicKeys.get(spkiBase64);
  if (known !== undefined) return known;
  const der = Buffer.from(spkiBase64, "base64");
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  if (publicKeys.size >= MOST_KEYS) publicKeys.clear();
  publicKeys.set(spkiBase64, key);
  return key;
}
