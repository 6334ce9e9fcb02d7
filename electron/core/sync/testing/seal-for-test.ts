import {
  createCipheriv,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";

const RAW_KEY_BYTES = 32;
const IV_BYTES = 12;

/** Seals as docs/formats.md says, written from that text alone: the other end of `unsealForTill`. */
export function sealForTest(to: KeyObject, purpose: string, plain: Uint8Array): string {
  const ephemeral = generateKeyPairSync("x25519");
  const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: to });
  const salt = Buffer.concat([raw(ephemeral.publicKey), raw(to)]);
  const key = hkdfSync("sha256", shared, salt, `belabeli-seal/1\n${purpose}`, 32);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(key), iv);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  const parts = [raw(ephemeral.publicKey), iv, body, cipher.getAuthTag()];
  return Buffer.concat(parts).toString("base64url");
}

function raw(key: KeyObject): Buffer {
  return key.export({ type: "spki", format: "der" }).subarray(-RAW_KEY_BYTES);
}
