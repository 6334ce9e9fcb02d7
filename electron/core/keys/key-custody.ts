import { AppError } from "../../../shared/contract/errors.ts";
import type { Log, RandomBytes, Schedule, SealBox } from "../adapters.ts";
import {
  dropFormerKeys,
  dropNextKeys,
  hasKeyFile,
  promoteKeys,
  readKeys,
  writeKeys,
} from "./key-file.ts";
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
  /** Gives the keys that this device is to change to: the same but for a new key to sign with. Fails with: KEY_UNAVAILABLE. */
  readonly renew: () => Promise<TillKeys>;
  /** What says so is durable: the keys to come are the till's. A start mends what is not written. */
  readonly promote: (named: Pick<TillKeys, "keyId">) => void;
  /** Nothing will ever name these keys to come. */
  readonly forget: (unnamed: Pick<TillKeys, "keyId">) => void;
  /** the keys of the till this one goes on from, while they are kept */
  readonly former: () => TillKeys | null;
  /** Keeps those of now, for what the chain they sign still has to send. Fails with: KEY_UNAVAILABLE. */
  readonly keepFormer: () => Promise<void>;
  /** Nothing needs them any more. */
  readonly forgetFormer: () => void;
};

export type KeyCustodyOptions = {
  readonly dataDir: string;
  readonly seal: SealBox;
  readonly random: RandomBytes;
  readonly schedule: Schedule;
  readonly log: Log;
  /** the key that signs the next entry, as the till's file names it */
  readonly signingKeyId: () => string | null;
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
    renew: () => keeper.renew(),
    promote: (named) => keeper.promote(named),
    forget: (unnamed) => keeper.forget(unnamed),
    former: () => keeper.former,
    keepFormer: () => keeper.keepFormer(),
    forgetFormer: () => keeper.forgetFormer(),
  };
}

class KeyKeeper {
  readonly #options: KeyCustodyOptions;
  current: TillKeys | null = null;
  next: TillKeys | null = null;
  /** The keys in use still lie where those to come do: the disk did not take them over. */
  #isUnplaced = false;
  former: TillKeys | null = null;

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
    if (this.next !== null) return this.next;
    // Without the old keys what they sealed is lost; the centre sends people and PINs anew.
    const { current } = this;
    return this.#prepare(
      current === null ? createTillKeys(this.#options.random) : renewTillKeys(current),
    );
  }

  /** Always new ones: those that wait may have been shown to the centre for another chain. */
  async renew(): Promise<TillKeys> {
    return this.#prepare(renewTillKeys(await this.ensure()));
  }

  async #prepare(made: TillKeys): Promise<TillKeys> {
    const { dataDir, seal } = this.#options;
    // Or the only copy of what signs would be written over.
    if (this.#isUnplaced) this.#place();
    await writeKeys({ dataDir, file: "keys.next.sealed" }, seal, made);
    this.next = made;
    return made;
  }

  promote({ keyId }: Pick<TillKeys, "keyId">): void {
    if (this.next?.keyId !== keyId) throw new AppError("KEY_UNAVAILABLE", { retryable: true });
    this.current = this.next;
    this.next = null;
    this.#isUnplaced = true;
    try {
      this.#place();
    } catch (error) {
      this.#told("keys not put in place", error);
    }
  }

  forget({ keyId }: Pick<TillKeys, "keyId">): void {
    if (this.next?.keyId !== keyId) return;
    this.next = null;
    try {
      dropNextKeys(this.#options.dataDir);
    } catch (error) {
      this.#told("keys to come not removed", error);
    }
  }

  #place(): void {
    promoteKeys(this.#options.dataDir);
    this.#isUnplaced = false;
  }

  #told(event: string, error: unknown): void {
    this.#options.log(event, { code: error instanceof AppError ? error.code : "INTERNAL" });
  }

  async keepFormer(): Promise<void> {
    const { dataDir, seal } = this.#options;
    const former = await this.ensure();
    await writeKeys({ dataDir, file: "keys.former.sealed" }, seal, former);
    this.former = former;
  }

  forgetFormer(): void {
    this.former = null;
    try {
      dropFormerKeys(this.#options.dataDir);
    } catch (error) {
      this.#told("former keys not removed", error);
    }
  }

  async #attempt(): Promise<boolean> {
    const { schedule } = this.#options;
    try {
      await this.#readBoth();
      return true;
    } catch (error) {
      this.#told("keys unavailable", error);
      schedule(RETRY_MS, () => void this.#retry());
      return false;
    }
  }

  async #retry(): Promise<void> {
    if (await this.#attempt()) this.#options.onRestored();
  }

  /** A till that ended between what names its new keys and their being in place gets them now. */
  async #readBoth(): Promise<void> {
    const { dataDir, seal, signingKeyId } = this.#options;
    this.current ??= await readKeys(dataDir, seal);
    this.former = await this.#readFormer();
    if (!hasKeyFile(dataDir, "keys.next.sealed")) return;
    const next = await this.#readNext();
    if (next === null) return;
    this.next = next;
    if (next.keyId === signingKeyId()) this.promote(next);
  }

  /** Without them the old chain is not sent on; everything else goes on. */
  async #readFormer(): Promise<TillKeys | null> {
    const { dataDir, seal } = this.#options;
    if (!hasKeyFile(dataDir, "keys.former.sealed")) return null;
    return readKeys(dataDir, seal, "keys.former.sealed").catch(() => null);
  }

  /** Keys that nothing names yet may be past reading: the till goes on with those it has. */
  async #readNext(): Promise<TillKeys | null> {
    const { dataDir, seal, signingKeyId, log } = this.#options;
    try {
      return await readKeys(dataDir, seal, "keys.next.sealed");
    } catch (error) {
      if (this.current?.keyId !== signingKeyId()) throw error;
      log("keys to come unreadable", { code: "KEY_UNAVAILABLE" });
      return null;
    }
  }
}
