/** Seals the core's secrets; `protected` is false where sealing is only a file nobody else may read. */
export type SealBox = {
  readonly protected: boolean;
  seal(plain: Uint8Array): Promise<Uint8Array>;
  unseal(sealed: Uint8Array): Promise<Uint8Array>;
};

/** The part of Electron's safeStorage this needs. */
export type KeyStore = {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Uint8Array;
  decryptString(sealed: Buffer): string;
  getSelectedStorageBackend?(): string;
};

/** Begins what the key store sealed; the core's secrets themselves are JSON and never begin so. */
const STORE_MARK = Buffer.from("\0belabeli-sealed/1\n");

/**
 * Seals with the operating system's key store; where there is none, gives the bytes back as they are
 * (the core writes them to a 0600 file) and says so by `protected`. What the key store once sealed
 * only it can unseal; what was kept plain stays readable when a key store comes.
 * Fails with: Error when the store that sealed is not available, or cannot unseal.
 */
export function createSealBox(store: KeyStore, platform: string): SealBox {
  const available = hasRealStore(store, platform);
  const seal = (plain: Uint8Array): Uint8Array =>
    Buffer.concat([STORE_MARK, store.encryptString(Buffer.from(plain).toString("base64"))]);
  const unseal = (sealed: Uint8Array): Uint8Array => {
    const bytes = Buffer.from(sealed);
    if (!bytes.subarray(0, STORE_MARK.length).equals(STORE_MARK)) return bytes;
    if (!available) throw new Error("the key store that sealed this is not available");
    return Buffer.from(store.decryptString(bytes.subarray(STORE_MARK.length)), "base64");
  };
  return {
    protected: available,
    seal: async (plain) => (available ? seal(plain) : plain),
    unseal: async (sealed) => unseal(sealed),
  };
}

/** On Linux the key store may be a fixed password in the program itself, which protects nothing. */
function hasRealStore(store: KeyStore, platform: string): boolean {
  if (!store.isEncryptionAvailable()) return false;
  if (platform !== "linux") return true;
  const backend = store.getSelectedStorageBackend?.() ?? "unknown";
  return backend !== "basic_text" && backend !== "unknown";
}
