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

/** First byte of what was sealed: how it was sealed, so that the other way is never tried on it. */
const PLAIN = 0;
const OS_KEY_STORE = 1;

/**
 * Seals with the operating system's key store; where there is none, keeps the bytes as they are
 * (the core writes them to a 0600 file) and says so by `protected`. What the key store once sealed
 * only it can unseal.
 * Fails with: Error when the store that sealed is not available, or the bytes are no sealed ones.
 */
export function createSealBox(store: KeyStore, platform: string): SealBox {
  const available = hasRealStore(store, platform);
  return {
    protected: available,
    seal: (plain) =>
      Promise.resolve(
        available
          ? Buffer.concat([
              Buffer.of(OS_KEY_STORE),
              store.encryptString(Buffer.from(plain).toString("base64")),
            ])
          : Buffer.concat([Buffer.of(PLAIN), plain]),
      ),
    unseal: async (sealed) => {
      const how = sealed[0];
      const bytes = Buffer.from(sealed.subarray(1));
      if (how === PLAIN) return bytes;
      if (how !== OS_KEY_STORE || !available) throw new Error("sealed by a store that is not here");
      return Buffer.from(store.decryptString(bytes), "base64");
    },
  };
}

/** On Linux the key store may be a fixed password in the program itself, which protects nothing. */
function hasRealStore(store: KeyStore, platform: string): boolean {
  if (!store.isEncryptionAvailable()) return false;
  if (platform !== "linux") return true;
  const backend = store.getSelectedStorageBackend?.() ?? "unknown";
  return backend !== "basic_text" && backend !== "unknown";
}
