import { readKey, signatureHolds } from "./crypto.mjs";

/** @typedef {import("./entry.mjs").Entry} Entry */
/** @typedef {import("./trust.mjs").Certificate} Certificate */

/**
 * The key that a KEY_CHANGED hands the chain on to, when both keys signed it: the old one the entry,
 * whose own signature is judged as any other's, the new one its place in the chain. null: not so.
 * @param {Entry} entry
 * @param {Certificate} certificate of the key that signs this entry
 * @returns {string | null} the new key's fingerprint
 */
export function changedTo(entry, certificate) {
  const { tillId, seq, prevHash, signature, body } = entry;
  const { oldKeyId, newKeyId, newPublicKey, newSignature } = body;
  const next = readKey(newPublicKey);
  if (next === null || signature === "" || next.fingerprint === certificate.fingerprint)
    return null;
  if (oldKeyId !== certificate.fingerprint.slice(0, 16)) return null;
  if (newKeyId !== next.fingerprint.slice(0, 16)) return null;
  const text = ["belabeli-key-change/1", tillId, seq, prevHash, oldKeyId, newPublicKey].join("\n");
  return signatureHolds(next.key, text, newSignature) ? next.fingerprint : null;
}

/**
 * Whether a certificate begins where it may: a till's first anywhere, any other right after the change
 * to its key.
 * @param {Certificate} certificate
 * @param {{ seq: number, isFirst: boolean, changed: string | null }} at `changed` by the entry before
 */
export function beginsRightly(certificate, { seq, isFirst, changed }) {
  return isFirst || certificate.fromSeq !== seq || certificate.fingerprint === changed;
}

/**
 * Whether the old key goes on after the entry before handed the chain on: the new one has no
 * certificate from here.
 * @param {Certificate} certificate
 * @param {{ seq: number, changed: string | null }} at `changed` by the entry before
 */
export function goesOnAfterChange(certificate, { seq, changed }) {
  return changed !== null && certificate.fromSeq !== seq;
}
