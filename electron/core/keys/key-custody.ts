import { AppError } from "../../../shared/contract/errors.ts";
import type { Log, RandomBytes, Schedule, SealBox } from "../adapters.ts";
import { hasKeyFile, promoteKeys, readKeys, writeKeys } from "./key-file.ts";
import { createTillKeys, renewTillKeys, type TillKeys } from "./till-keys.ts";

/** A key store that did not answer is asked again this often. */
const RETRY_MS = 10_000;

/** Holds the till's secrets while the core runs, and asks for them again while it cannot have them. */
export type KeyCustody = {
  /** null while there are none, or the key store does not give them */
  readonly keys: () => TillKeys | null;
  /** Asks the key store; never throws. */
  readonly load: () => Promise<void>;
  /** Gives the keys, made and sealed if this device has none. Fails with: KEY_UNAVAILABLE. */
  readonly ensure: () => Promise<TillKeys>;
  /** The keys that wait for their certificate; null: none do, or they were not read yet. */
  readonly next: () => TillKeys | null;
  /** Gives the keys for another chain, made and sealed if there are none. Fails with: KEY_UNAVAILABLE. */
  readonly ensureNext: () => Promise<TillKeys>;
  /** The certificate of the keys to come is kept: they are the till's. Fails with: KEY_UNAVAILABLE. */
  readonly promote: () => void;
};

export type KeyCustodyOptions = {
  readonly dataDir: string;
  readonly seal: SealBox;
  readonly random: RandomBytes;
  readonly schedule: Schedule;
  readonly log: Log;
  /** the key that the newest certificate in the till's file names */
  readonly certifiedKeyId: () => string | null;
  /** The keys came after all, some time after the start. */
  readonly onRestored: () => void;
};

export function createKeyCustody(options: KeyCustodyOptions): KeyCustody {
  const keeper = new KeyKeeper(options);
  return {
    keys: () => keeper.current,
    load: () => keeper.load(),
    ensure: () => keeper.ensure(),
    next: () => keeper.next,
    ensureNext: () => keeper.ensureNext(),
    promote: () => keeper.promote(),
  };
}

class KeyKeeper {
  readonly #options: KeyCustodyOptions;
  current: TillKeys | null = null;
  next: TillKeys | null = null;

  constructor(options: KeyCustodyOptions) {
    this.#options = options;
  }

  async load(): Promise<void> {
    if (hasKeyFile(this.#options.dataDir)) await this.#attempt();
  }

  async ensure(): Promise<TillKeys> {
    const { dataDir, seal, random } = this.#options;
    if (this.current !== null) return this.current;
    if (hasKeyFile(dataDir)) {
      this.current = await readKeys(dataDir, seal);
      return this.current;
    }
    const made = createTillKeys(random);
    await writeKeys({ dataDir }, seal, made);
    this.current = made;
    return made;
  }

  async ensureNext(): Promise<TillKeys> {
    const { dataDir, seal, random } = this.#options;
    if (this.next !== null) return this.next;
    // Without the old keys what they sealed is lost; the centre sends people and PINs anew.
    const made = this.current === null ? createTillKeys(random) : renewTillKeys(this.current);
    await writeKeys({ dataDir, file: "keys.next.sealed" }, seal, made);
    this.next = made;
    return made;
  }

  promote(): void {
    if (this.next === null) return;
    promoteKeys(this.#options.dataDir);
    this.current = this.next;
    this.next = null;
  }

  async #attempt(): Promise<boolean> {
    const { dataDir, seal, log, schedule } = this.#options;
    try {
      await this.#readNext();
      this.current ??= await readKeys(dataDir, seal);
      return true;
    } catch (error) {
      log("keys unavailable", { code: error instanceof AppError ? error.code : "INTERNAL" });
      schedule(RETRY_MS, () => void this.#retry());
      return false;
    }
  }

  async #retry(): Promise<void> {
    if (await this.#attempt()) this.#options.onRestored();
  }

  /** A till that ended between its new certificate and its new keys gets them now. */
  async #readNext(): Promise<void> {
    const { dataDir, seal, certifiedKeyId } = this.#options;
    if (!hasKeyFile(dataDir, "keys.next.sealed")) return;
    this.next = await readKeys(dataDir, seal, "keys.next.sealed");
    if (this.next.keyId === certifiedKeyId()) this.promote();
  }
}
