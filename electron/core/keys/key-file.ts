import { existsSync, rmSync } from "node:fs";
import { open, readFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../../../shared/contract/errors.ts";
import type { SealBox } from "../adapters.ts";
import { placeDurably } from "../db/durable-file.ts";
import { decodeTillKeys, encodeTillKeys, type TillKeys } from "./till-keys.ts";

/**
 * The keys a till has now, those it is to have once a certificate names them, and those of the till it
 * goes on from while that one's chain may have something to send.
 */
export type KeyFile = "keys.sealed" | "keys.next.sealed" | "keys.former.sealed";

/** Whether this folder ever held a till's keys. */
export function hasKeyFile(dataDir: string, file: KeyFile = "keys.sealed"): boolean {
  return existsSync(path.join(dataDir, file));
}

/** The keys to come are the till's from now on. Fails with: KEY_UNAVAILABLE. */
export function promoteKeys(dataDir: string): void {
  try {
    placeDurably(path.join(dataDir, "keys.next.sealed"), path.join(dataDir, "keys.sealed"));
  } catch (error) {
    throw new AppError("KEY_UNAVAILABLE", { retryable: true, cause: error });
  }
}

/** Forgets the keys to come. */
export function dropNextKeys(dataDir: string): void {
  rmSync(path.join(dataDir, "keys.next.sealed"), { force: true });
}

/** Forgets the keys of the till this one goes on from. */
export function dropFormerKeys(dataDir: string): void {
  rmSync(path.join(dataDir, "keys.former.sealed"), { force: true });
}

/**
 * Reads the keys; a file from a time without a key store is sealed as soon as there is one.
 * Fails with: KEY_UNAVAILABLE when the file is gone or the key store does not open it.
 */
export async function readKeys(
  dataDir: string,
  seal: SealBox,
  file: KeyFile = "keys.sealed",
): Promise<TillKeys> {
  try {
    const sealed = await readFile(path.join(dataDir, file));
    const plain = await seal.unseal(sealed);
    const keys = decodeTillKeys(plain);
    if (seal.protected && sealed.equals(plain)) await writeKeys({ dataDir, file }, seal, keys);
    return keys;
  } catch (error) {
    throw new AppError("KEY_UNAVAILABLE", { retryable: true, cause: error });
  }
}

/** Seals the keys and writes them whole or not at all. Fails with: KEY_UNAVAILABLE. */
export async function writeKeys(
  { dataDir, file = "keys.sealed" }: { readonly dataDir: string; readonly file?: KeyFile },
  seal: SealBox,
  keys: TillKeys,
): Promise<void> {
  try {
    const sealed = await seal.seal(encodeTillKeys(keys));
    const target = path.join(dataDir, file);
    const written = await open(`${target}.new`, "w", 0o600);
    try {
      await written.writeFile(sealed);
      await written.sync();
    } finally {
      await written.close();
    }
    placeDurably(`${target}.new`, target);
  } catch (error) {
    throw new AppError("KEY_UNAVAILABLE", { retryable: true, cause: error });
  }
}
