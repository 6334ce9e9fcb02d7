import { existsSync } from "node:fs";
import { open, readFile, rename } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../../../shared/contract/errors.ts";
import type { SealBox } from "../adapters.ts";
import { decodeTillKeys, encodeTillKeys, type TillKeys } from "./till-keys.ts";

const FILE = "keys.sealed";

/** Whether this folder ever held a till's keys. */
export function hasKeyFile(dataDir: string): boolean {
  return existsSync(path.join(dataDir, FILE));
}

/**
 * Reads the keys; a file from a time without a key store is sealed as soon as there is one.
 * Fails with: KEY_UNAVAILABLE when the file is gone or the key store does not open it.
 */
export async function readKeys(dataDir: string, seal: SealBox): Promise<TillKeys> {
  try {
    const sealed = await readFile(path.join(dataDir, FILE));
    const plain = await seal.unseal(sealed);
    const keys = decodeTillKeys(plain);
    if (seal.protected && sealed.equals(plain)) await writeKeys(dataDir, seal, keys);
    return keys;
  } catch (error) {
    throw new AppError("KEY_UNAVAILABLE", { retryable: true, cause: error });
  }
}

/** Seals the keys and writes them whole or not at all. Fails with: KEY_UNAVAILABLE. */
export async function writeKeys(dataDir: string, seal: SealBox, keys: TillKeys): Promise<void> {
  try {
    const sealed = await seal.seal(encodeTillKeys(keys));
    const target = path.join(dataDir, FILE);
    const file = await open(`${target}.new`, "w", 0o600);
    try {
      await file.writeFile(sealed);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${target}.new`, target);
  } catch (error) {
    throw new AppError("KEY_UNAVAILABLE", { retryable: true, cause: error });
  }
}
