import { createHash, createPublicKey, verify } from "node:crypto";

/**
 * SHA-256 in lower-case hex; a text is hashed as UTF-8.
 * @param {string | Uint8Array} data
 * @returns {string}
 */
export function sha256Hex(data) {
  return createHash("sha256").update(data).digest("hex");
}

/**
 * Reads an Ed25519 key given as base64 SPKI DER.
 * @param {unknown} publicKey
 * @returns {{ key: import("node:crypto").KeyObject, fingerprint: string } | null} null: no such key
 */
export function readKey(publicKey) {
  if (typeof publicKey !== "string") return null;
  const der = Buffer.from(publicKey, "base64");
  if (der.toString("base64") !== publicKey) return null;
  try {
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    return key.asymmetricKeyType === "ed25519" ? { key, fingerprint: sha256Hex(der) } : null;
  } catch {
    return null;
  }
}

/**
 * Whether an Ed25519 signature, in base64url without padding, holds over a text or some bytes.
 * @param {import("node:crypto").KeyObject} key
 * @param {string | Uint8Array} data
 * @param {unknown} signature
 * @returns {boolean}
 */
export function signatureHolds(key, data, signature) {
  if (typeof signature !== "string") return false;
  const bytes = Buffer.from(signature, "base64url");
  // One signature has one text: spare bits and foreign letters are refused.
  if (bytes.length !== 64 || bytes.toString("base64url") !== signature) return false;
  return verify(null, typeof data === "string" ? Buffer.from(data, "utf8") : data, key, bytes);
}
