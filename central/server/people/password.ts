import { hash, verify } from "@node-rs/argon2";
import type { RandomBytes } from "../keys/data-box.ts";

/** argon2id, 19 MiB, 2 passes: the OWASP minimum. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const MIN_LENGTH = 10;
const MAX_LENGTH = 200;
/** No characters that are mistaken for each other when read off a screen. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** The stored form of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Whether a password is the one that was stored; false for a stored text that is none. */
export function isPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password).catch(() => false);
}

/** A random password a person types once, about 79 bits: `abcd-efgh-jkmn-pqrs`. */
export function oneTimePassword(random: RandomBytes): string {
  const letters: string[] = [];
  while (letters.length < GROUPS * GROUP_LENGTH) {
    for (const byte of random(32)) {
      // Bytes beyond the last full round would favour the first letters.
      if (byte < 256 - (256 % ALPHABET.length))
        letters.push(ALPHABET.charAt(byte % ALPHABET.length));
    }
  }
  const groups = Array.from({ length: GROUPS }, (_, index) =>
    letters.slice(index * GROUP_LENGTH, (index + 1) * GROUP_LENGTH).join(""),
  );
  return groups.join("-");
}

/** Whether a new password may be taken: long, more than a few different signs, not the name or the old. */
export function isStrong(next: string, known: readonly string[]): boolean {
  if (next.length < MIN_LENGTH || next.length > MAX_LENGTH) return false;
  const plain = next.toLowerCase();
  const repeats = known.some((text) => text !== "" && plain.includes(text.toLowerCase()));
  return !repeats && new Set(plain).size >= 5;
}
