import { createHmac, timingSafeEqual } from "node:crypto";

const STEP_MS = 30_000;
const DIGITS = 6;
/** A phone's clock may be one step off. */
const DRIFT_STEPS = 1;

/** The code of a time step. Source: RFC 6238 (SHA-1, 30 s, 6 digits), as authenticator apps expect. */
export function totpCode(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, "0");
}

/** The time step a code is good for, or null. A step used before is not good again. */
export function totpStep(
  secret: Uint8Array,
  code: string,
  at: { readonly nowMs: number; readonly lastStep: number | null },
): number | null {
  const now = Math.floor(at.nowMs / STEP_MS);
  for (let step = now - DRIFT_STEPS; step <= now + DRIFT_STEPS; step += 1) {
    if (step > (at.lastStep ?? -1) && isSame(totpCode(secret, step), code)) return step;
  }
  return null;
}

function isSame(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
