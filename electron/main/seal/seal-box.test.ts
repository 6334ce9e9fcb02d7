import { describe, expect, test } from "vitest";
import { createSealBox, type KeyStore } from "./seal-box.ts";

/** A key store of the outer world: reversible, and different from the plain bytes. */
function keyStore(backend: string, available = true): KeyStore {
  return {
    isEncryptionAvailable: () => available,
    encryptString: (text) => Buffer.from([...text].reverse().join("")),
    decryptString: (sealed) => [...sealed.toString()].reverse().join(""),
    getSelectedStorageBackend: () => backend,
  };
}
const secret = Uint8Array.from([0, 1, 2, 250, 255]);

describe("the seal box", () => {
  test("seals with the system's key store and gives the same bytes back", async () => {
    const box = createSealBox(keyStore("gnome_libsecret"), "linux");
    const sealed = await box.seal(secret);
    expect(box.protected).toBe(true);
    expect(Buffer.from(sealed).includes(Buffer.from(secret))).toBe(false);
    expect([...(await box.unseal(sealed))]).toEqual([...secret]);
  });

  test.each(["basic_text", "unknown"])(
    "does not call %s on Linux a protection",
    async (backend) => {
      const box = createSealBox(keyStore(backend), "linux");
      expect(box.protected).toBe(false);
      expect([...(await box.unseal(await box.seal(secret)))]).toEqual([...secret]);
    },
  );

  test("needs no backend's name elsewhere", () => {
    expect(createSealBox(keyStore("unknown"), "win32").protected).toBe(true);
    expect(createSealBox(keyStore("unknown", false), "darwin").protected).toBe(false);
  });

  test("reads what was kept plain before a key store came, and but not what one sealed where it is gone", async () => {
    const before = createSealBox(keyStore("basic_text"), "linux");
    const after = createSealBox(keyStore("kwallet6"), "linux");
    expect([...(await after.unseal(await before.seal(secret)))]).toEqual([...secret]);
    await expect(before.unseal(await after.seal(secret))).rejects.toThrow("not available");
  });
});
