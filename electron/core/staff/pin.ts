import { createHmac, scrypt, timingSafeEqual } from "node:crypto";

const PARAMETERS = { N: 16_384, r: 8, p: 1 };
const BYTES = 32;

/** What the till keeps of a PIN: HMAC-SHA-256 under the device secret of the centre's scrypt record. */
export function pinHmac(deviceSecret: Uint8Array, pinRecord: Uint8Array): Uint8Array {
  return createHmac("sha256", deviceSecret).update(pinRecord).digest();
}

/** scrypt(PIN, salt) as the centre computes it; `salt` is base64url. */
export function pinRecord(pin: string, salt: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(pin, Buffer.from(salt, "base64url"), BYTES, PARAMETERS, (error, record) => {
      if (error === null) resolve(record);
      else reject(error);
    });
  });
}

/** Compares without telling by time how much was right. */
export function sameSecret(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
