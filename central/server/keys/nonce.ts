import { createHmac, timingSafeEqual } from "node:crypto";
import type { RandomBytes } from "./data-box.ts";

export const NONCE_LIFE_MS = 10 * 60 * 1_000;
const RANDOM_BYTES = 12;
const TAG_BYTES = 16;
const NONCE = /^([0-9a-z]{1,12})\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{22})$/;

/** A nonce for one till that carries its own end and proof, so that any centre process knows it. */
export function makeNonce(
  key: Uint8Array,
  random: RandomBytes,
  till: { readonly tillId: string; readonly nowMs: number },
): { nonce: string; expiresAt: number } {
  const expiresAt = till.nowMs + NONCE_LIFE_MS;
  const end = expiresAt.toString(36);
  const salt = Buffer.from(random(RANDOM_BYTES)).toString("base64url");
  const tag = tagOf(key, [till.tillId, end, salt]).toString("base64url");
  return { nonce: `${end}.${salt}.${tag}`, expiresAt };
}

/** True when this centre gave the nonce to this till and its time has not run out. */
export function isNonceGood(
  key: Uint8Array,
  nonce: string,
  till: { readonly tillId: string; readonly nowMs: number },
): boolean {
  const [, end = "", salt = "", tag = ""] = NONCE.exec(nonce) ?? [];
  const expected = tagOf(key, [till.tillId, end, salt]);
  const given = Buffer.from(tag, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  return till.nowMs < Number.parseInt(end, 36);
}

function tagOf(key: Uint8Array, parts: readonly string[]): Buffer {
  return createHmac("sha256", key).update(parts.join("\n")).digest().subarray(0, TAG_BYTES);
}
