import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from "node:crypto";
import type { RandomBytes } from "../adapters.ts";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM under the data key: nonce, ciphertext, tag. What stands in a `*_sealed` column. */
export function sealText(dataKey: Uint8Array, text: string, random: RandomBytes): Uint8Array {
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyOf(dataKey), nonce);
  return Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
}

/** The text of a `*_sealed` column; throws when it was sealed under another key or changed. */
export function openSealed(dataKey: Uint8Array, sealed: Uint8Array): string {
  const tagAt = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", keyOf(dataKey), sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(tagAt));
  const plain = decipher.update(sealed.subarray(NONCE_BYTES, tagAt));
  return Buffer.concat([plain, decipher.final()]).toString("utf8");
}

/** The key that NIPs are looked up by, so that a copied file cannot be searched for a NIP. */
export function lookupKey(dataKey: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", dataKey, "", "belabeli-nip-lookup/1", 32));
}

/** The key that backups of the till's file are sealed under. */
export function backupKeyOf(dataKey: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", dataKey, "", "belabeli-backup/1", 32));
}

/** What stands in `person.nip_lookup` for a NIP of 18 digits. */
export function nipLookup(key: Uint8Array, nip: string): Uint8Array {
  return createHmac("sha256", key).update(nip).digest();
}

/** Made once for each key: making one takes longer than sealing a name. */
const keyObjects = new WeakMap<Uint8Array, KeyObject>();

function keyOf(dataKey: Uint8Array): KeyObject {
  let key = keyObjects.get(dataKey);
  if (key === undefined) {
    key = createSecretKey(dataKey);
    keyObjects.set(dataKey, key);
  }
  return key;
}
