import { createCipheriv, createDecipheriv } from "node:crypto";

/** Fresh random bytes. */
export type RandomBytes = (length: number) => Uint8Array;

/** Seals small secrets of the database under a key that is kept outside of it. */
export type DataBox = {
  readonly random: RandomBytes;
  seal(plain: Uint8Array): string;
  /** Throws when the text was made under another key or changed. */
  open(sealed: string): Uint8Array;
};

const CIPHER = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM: base64url of iv (12), ciphertext and tag (16). */
export function createDataBox(key: Uint8Array, random: RandomBytes): DataBox {
  return {
    random,
    seal(plain) {
      const iv = random(IV_BYTES);
      const cipher = createCipheriv(CIPHER, key, iv);
      const body = [cipher.update(plain), cipher.final()];
      return Buffer.concat([iv, ...body, cipher.getAuthTag()]).toString("base64url");
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES));
      decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
      const body = bytes.subarray(IV_BYTES, bytes.length - TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]);
    },
  };
}
