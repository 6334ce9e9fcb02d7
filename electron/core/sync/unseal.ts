import {
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from "node:crypto";
import { base64urlDecode, utf8 } from "../../../shared/domain/text.ts";

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** DER of an X25519 public key up to its 32 raw bytes. */
const SPKI_PREFIX = Buffer.from("302a300506032b656e032100", "hex");

/**
 * Opens what the centre sealed to this till's X25519 key; null when it was sealed to another key, for
 * another purpose, or changed. Format: docs/formats.md, "Sealed to a till".
 */
export function unsealForTill(
  sealKey: KeyObject,
  sealed: string,
  purpose: string,
): Uint8Array | null {
  const bytes = base64urlDecode(sealed);
  if (bytes === null || bytes.length < KEY_BYTES + IV_BYTES + TAG_BYTES) return null;
  const ephemeral = bytes.subarray(0, KEY_BYTES);
  const iv = bytes.subarray(KEY_BYTES, KEY_BYTES + IV_BYTES);
  const tagAt = bytes.length - TAG_BYTES;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(sealKey, ephemeral, purpose), iv);
    decipher.setAuthTag(bytes.subarray(tagAt));
    const plain = decipher.update(bytes.subarray(KEY_BYTES + IV_BYTES, tagAt));
    return Uint8Array.from(Buffer.concat([plain, decipher.final()]));
  } catch {
    return null;
  }
}

function keyFor(sealKey: KeyObject, ephemeral: Uint8Array, purpose: string): Uint8Array {
  const der = Buffer.concat([SPKI_PREFIX, ephemeral]);
  const publicKey = createPublicKey({ key: der, format: "der", type: "spki" });
  const shared = diffieHellman({ privateKey: sealKey, publicKey });
  const own = createPublicKey(sealKey).export({ format: "der", type: "spki" });
  const salt = Buffer.concat([ephemeral, own.subarray(SPKI_PREFIX.length)]);
  const info = utf8(`belabeli-seal/1\n${purpose}`);
  return new Uint8Array(hkdfSync("sha256", shared, salt, info, KEY_BYTES));
}
