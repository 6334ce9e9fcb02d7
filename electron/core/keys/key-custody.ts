import { AppError } from "../../../shared/contract/errors.ts";
import type { Log, RandomBytes, Schedule, SealBox } from "../adapters.ts";
import { hasKeyFile, readKeys, writeKeys } from "./key-file.ts";
import { createTillKeys, type TillKeys } from "./till-keys.ts";

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
};

export type KeyCustodyOptions = {
  readonly dataDir: string;
  readonly seal: SealBox;
  readonly random: RandomBytes;
  readonly schedule: Schedule;
  readonly log: Log;
  /** The keys came after all, some time after the start. */
  readonly onRestored: () => void;
};

export function createKeyCustody(options: KeyCustodyOptions): KeyCustody {
  const { dataDir, seal } = options;
  let current: TillKeys | null = null;

  const attempt = async (): Promise<boolean> => {
    try {
      current = await readKeys(dataDir, seal);
      return true;
    } catch (error) {
      options.log("keys unavailable", {
        code: error instanceof AppError ? error.code : "INTERNAL",
      });
      options.schedule(RETRY_MS, () => void retry());
      return false;
    }
  };
  const retry = async (): Promise<void> => {
    if (await attempt()) options.onRestored();
  };

  return {
    keys: () => current,
    load: async () => {
      if (hasKeyFile(dataDir)) await attempt();
    },
    ensure: async () => {
      if (current !== null) return current;
      if (hasKeyFile(dataDir)) {
        current = await readKeys(dataDir, seal);
        return current;
      }
      const made = createTillKeys(options.random);
      await writeKeys(dataDir, seal, made);
      current = made;
      return made;
    },
  };
}
