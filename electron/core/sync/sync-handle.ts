import type { KeyObject } from "node:crypto";
import type { ErrorCode } from "../../../shared/contract/errors.ts";
import type { FeedKind } from "../../../shared/contract/feed.ts";
import type { CentreKey, Certificate } from "../../../shared/contract/sync.ts";
import type { SyncView } from "../../../shared/contract/till-state.ts";

/** Who this till is and the secrets the worker needs; handed over in memory only. */
export type SyncIdentity = {
  readonly certificate: Certificate;
  readonly rootPublicKey: string;
  /** Centre keys known at start (enrolment and the feed); each is checked against the root. */
  readonly centreKeys: readonly CentreKey[];
  /** Private halves. `KeyObject`s cross into the worker without being exported. */
  readonly signingKey: KeyObject;
  /** of the till this one goes on from, until the root certified this one; null: it is not needed or away */
  readonly formerSigningKey?: KeyObject | null;
  readonly sealKey: KeyObject;
  /** 32 bytes each. */
  readonly dataKey: Uint8Array;
  readonly deviceSecret: Uint8Array;
};

export type SyncOptions = {
  readonly workerUrl: URL;
  readonly databasePath: string;
  readonly centreUrl: string;
  /** The product's version, told to the centre. */
  readonly version: string;
  readonly identity: SyncIdentity;
  /** Whether the operating system guards the till's keys; told to the centre. */
  readonly isKeyProtected: boolean;
  readonly onEvent: (event: SyncEvent) => void;
};

/** What the worker tells the core. `SyncView` is whole each time. */
export type SyncEvent =
  | { readonly type: "status"; readonly view: SyncView }
  /** Rows of these kinds changed in the database: read them again. */
  | { readonly type: "applied"; readonly kinds: readonly FeedKind[]; readonly feedSeq: number }
  /** The centre's signed time, as it is now. */
  | { readonly type: "clock"; readonly centreTime: number }
  /** The root's certificate took the provisional one's place. */
  | { readonly type: "certified" }
  /** For the log: a row this till may not take, and a round that failed. */
  | { readonly type: "skipped"; readonly kind: FeedKind; readonly feedSeq: number }
  | {
      readonly type: "failed";
      readonly code: ErrorCode;
      readonly inARow: number;
      /** The platform's words for it, for whoever reads the log; null when the code says it all. */
      readonly reason: string | null;
    };

/** The core's end of the sync worker. Every call returns at once. */
export type SyncHandle = {
  /** An entry was committed: push soon. */
  readonly entryWritten: () => void;
  /** Try now: no back-off, no wait for the next round. */
  readonly syncNow: () => void;
  /** Ends after the request in flight, at most a few seconds later. */
  readonly close: () => Promise<void>;
};
