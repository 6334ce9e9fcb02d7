import { scrypt } from "node:crypto";
import type { RandomBytes } from "./data-box.ts";

const SALT_BYTES = 16;
const RECORD_BYTES = 32;
const COST = { N: 16_384, r: 8, p: 1 };

/**
 * The record of a PIN: scrypt(PIN, salt), 32 bytes, with the salt as base64url.
 * Throws RangeError for a PIN that is not 6 digits.
 */
export async function pinRecord(
  pin: string,
  random: RandomBytes,
): Promise<{ salt: string; record: Uint8Array }> {
  if (!/^\d{6}$/.test(pin)) throw new RangeError("a PIN has 6 digits");
  const salt = random(SALT_BYTES);
  const record = await new Promise<Uint8Array>((resolve, reject) => {
    scrypt(pin, salt, RECORD_BYTES, COST, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
  return { salt: Buffer.from(salt).toString("base64url"), record };
}
