import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { SealBox } from "../adapters.ts";
import { plainSealBox, systemRandom } from "../system.ts";
import { temporaryFolder } from "../testing/test-core.ts";
import { hasKeyFile, readKeys, writeKeys } from "./key-file.ts";
import { createTillKeys } from "./till-keys.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const MARK = 0xa5;
/** Stands for a key store: what it sealed it marks, anything else it gives back as it is. */
const keyStore: SealBox = {
  protected: true,
  seal: (plain) => Promise.resolve(Uint8Array.of(MARK, ...plain.map((byte) => byte ^ MARK))),
  unseal: (sealed) =>
    Promise.resolve(sealed[0] === MARK ? sealed.slice(1).map((byte) => byte ^ MARK) : sealed),
};
const bytes = () => readFileSync(path.join(folder.path, "keys.sealed"));

test("keys come back as they were written, from a file only its owner reads", async () => {
  const keys = createTillKeys(systemRandom);
  expect(hasKeyFile(folder.path)).toBe(false);
  await writeKeys({ dataDir: folder.path }, keyStore, keys);
  const read = await readKeys(folder.path, keyStore);
  expect(read.publicKey).toBe(keys.publicKey);
  expect(read.sealPublicKey).toBe(keys.sealPublicKey);
  expect(Buffer.from(read.dataKey).equals(keys.dataKey)).toBe(true);
  expect(Buffer.from(read.deviceSecret).equals(keys.deviceSecret)).toBe(true);
  expect(bytes().includes("signing")).toBe(false);
  if (process.platform !== "win32") {
    expect(statSync(path.join(folder.path, "keys.sealed")).mode & 0o777).toBe(0o600);
  }
});

test("keys kept without a key store are sealed as soon as there is one", async () => {
  const keys = createTillKeys(systemRandom);
  await writeKeys({ dataDir: folder.path }, plainSealBox, keys);
  expect(bytes().includes("signing")).toBe(true);
  await readKeys(folder.path, keyStore);
  expect(bytes().includes("signing")).toBe(false);
  expect((await readKeys(folder.path, keyStore)).publicKey).toBe(keys.publicKey);
});

test("a file that is gone, or that the key store does not open, is told as such", async () => {
  await expect(readKeys(folder.path, keyStore)).rejects.toMatchObject({ code: "KEY_UNAVAILABLE" });
  await writeKeys({ dataDir: folder.path }, keyStore, createTillKeys(systemRandom));
  const other: SealBox = { ...keyStore, unseal: () => Promise.reject(new Error("locked")) };
  await expect(readKeys(folder.path, other)).rejects.toMatchObject({ code: "KEY_UNAVAILABLE" });
});
