import type { SyncIdentity } from "./sync-handle.ts";

/** What the worker starts with. Keys stay `KeyObject`s: structured clone never exports them. */
export type WorkerStart = {
  readonly databasePath: string;
  readonly centreUrl: string;
  readonly version: string;
  readonly identity: SyncIdentity;
  readonly isKeyProtected: boolean;
  /** The worker before this one ended by itself: the file is checked before it is used. */
  readonly afterDeath: boolean;
};

/** What the core tells the worker. */
export type WorkerCommand = "entry-written" | "sync-now" | "close";
