import type { Clock, RandomBytes } from "../adapters.ts";
import type { ReadDb } from "../db/database.ts";
import type { ApplyKeys } from "./apply.ts";
import type { CentreClient } from "./centre-client.ts";
import type { SyncEvent, SyncIdentity } from "./sync-handle.ts";
import type { TrustedKeys } from "./trust.ts";

/** Where a round may be cut by the end of the process. */
export type SyncStep =
  | "batch made"
  | "push answered"
  | "verdict written"
  | "verdict kept"
  | "page answered"
  | "page applied"
  | "cursor kept"
  | "old chain sent"
  | "certificate issued";

/** What every step of a sync round works with. */
export type SyncContext = {
  /** The worker's own connection. */
  readonly db: ReadDb;
  readonly client: CentreClient;
  readonly identity: SyncIdentity;
  readonly version: string;
  readonly applyKeys: ApplyKeys;
  /** Read anew after a pull: the feed brings new centre keys. */
  readonly centreKeys: () => TrustedKeys;
  /** When the newest backup of this till's file was taken; null: there is none. */
  readonly backupAt: () => number | null;
  /** Room on the disk of this till's file; null: it does not say. */
  readonly diskFreeBytes: () => Promise<number | null>;
  /** Whether the operating system guards the till's keys. */
  readonly isKeyProtected: boolean;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly pause: (delayMs: number) => Promise<void>;
  readonly emit: (event: SyncEvent) => void;
  /** Told of each step between which the process may end. */
  readonly step: (name: SyncStep) => void;
};
