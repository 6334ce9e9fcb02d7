import {
  createCipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from "node:crypto";
import { publicKeyOf } from "./ed25519.ts";

/** An X25519 SPKI ends with its 32 raw bytes. */
const RAW_KEY_BYTES = 32;
const IV_BYTES = 12;

/** What a secret is sealed for; it goes into the key, so one cannot be passed off as another. */
export type SealPurpose = `regency-key\n${string}` | `cashier-pin\n${string}\n${string}`;

/**
 * Seals a secret to one till's X25519 key (base64 SPKI): base64url of the ephemeral public key (32),
 * iv (12), AES-256-GCM ciphertext and tag (16). Format: docs/formats.md. Throws for a key that is none.
 */
export function sealTo(sealPublicKey: string, purpose: SealPurpose, plain: Uint8Array): string {
  const recipient = publicKeyOf(sealPublicKey, "x25519");
  if (recipient === null) throw new RangeError("not an X25519 key");
  const ephemeral = generateKeyPairSync("x25519");
  return sealWith(ephemeral.privateKey, crypto.getRandomValues(new Uint8Array(IV_BYTES)), {
    recipient,
    purpose,
    plain,
  });
}

/** The same with the ephemeral key and iv given, for the test vector of the format. */
export function sealWith(
  ephemeral: KeyObject,
  iv: Uint8Array,
  message: {
    readonly recipient: KeyObject;
    readonly purpose: SealPurpose;
    readonly plain: Uint8Array;
  },
): string {
  const { recipient, purpose, plain } = message;
  const ephemeralPublic = rawPublic(createPublicKey(ephemeral));
  const shared = diffieHellman({ privateKey: ephemeral, publicKey: recipient });
  const salt = Buffer.concat([ephemeralPublic, rawPublic(recipient)]);
  const key = hkdfSync("sha256", shared, salt, `belabeli-seal/1\n${purpose}`, 32);
  const cipher = createCipheriv("aes-256-gcm", new Uint8Array(key), iv);
  const body = [cipher.update(plain), cipher.final()];
  return Buffer.concat([ephemeralPublic, iv, ...body, cipher.getAuthTag()]).toString("base64url");
}

function rawPublic(key: KeyObject): Buffer {
  return key.export({ type: "spki", format: "der" }).subarray(-RAW_KEY_BYTES);
}
