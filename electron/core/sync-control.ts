import type { SyncView } from "../../shared/contract/till-state.ts";
import type { Identity, Till } from "./context.ts";
import { cashierById } from "./db/stores/cashier.ts";
import { centreKeys } from "./db/stores/centre-key.ts";
import { setClockOffset } from "./db/stores/sync-state.ts";
import type { TillKeys } from "./keys/till-keys.ts";
import { createSync } from "./sync/create-sync.ts";
import type { SyncEvent, SyncHandle } from "./sync/sync-handle.ts";

/** The offset of the wall clock is kept for the next start only when it moved by more than this. */
const OFFSET_STEP_MS = 1_000;

/** The till's talk with the centre, from the first start with keys on. */
export type SyncControl = {
  readonly start: (identity: Identity, keys: TillKeys) => void;
  readonly view: () => SyncView | null;
  readonly entryWritten: () => void;
  readonly now: () => void;
  readonly close: () => Promise<void>;
};

export type SyncControlOptions = {
  readonly till: Till;
  readonly workerUrl: URL;
  readonly version: string;
  /** Rows of the change feed were written by the worker. */
  readonly onApplied: () => void;
};

export function createSyncControl(options: SyncControlOptions): SyncControl {
  const { till } = options;
  let handle: SyncHandle | null = null;
  let view: SyncView | null = null;
  let keptOffsetMs: number | null = null;

  const onEvent = (event: SyncEvent): void => {
    switch (event.type) {
      case "status":
        view = event.view;
        till.changed();
        break;
      case "applied":
        endStaleSession(till);
        options.onApplied();
        till.changed();
        break;
      case "clock": {
        const offsetMs = till.clock.setCentreTime(event.centreTime);
        if (keptOffsetMs === null || Math.abs(offsetMs - keptOffsetMs) > OFFSET_STEP_MS) {
          keptOffsetMs = offsetMs;
          till.file.commit((db) => setClockOffset(db, offsetMs));
        }
        till.changed();
        break;
      }
      case "skipped":
        till.log("feed row skipped", { kind: event.kind, feedSeq: event.feedSeq });
        break;
      case "failed":
        till.log("sync round failed", { code: event.code, inARow: event.inARow });
        break;
    }
  };

  return {
    start: (identity, keys) => {
      if (handle !== null) return;
      const { certificate, rootPublicKey, centreUrl } = identity;
      const { signingKey, sealKey, dataKey, deviceSecret } = keys;
      const secrets = { signingKey, sealKey, dataKey, deviceSecret };
      const known = centreKeys(till.file.db());
      handle = createSync({
        workerUrl: options.workerUrl,
        databasePath: till.file.path,
        centreUrl,
        version: options.version,
        identity: { certificate, rootPublicKey, centreKeys: known, ...secrets },
        onEvent,
      });
    },
    view: () => view,
    entryWritten: () => handle?.entryWritten(),
    now: () => handle?.syncNow(),
    close: async () => {
      await handle?.close();
    },
  };
}

/** Whoever may not log in any more is not left logged in. */
function endStaleSession(till: Till): void {
  const staff = till.session.staff();
  if (staff === null) return;
  const cashier = cashierById(till.file.db(), staff.cashierId);
  if (cashier === null || cashier.active === 0) till.session.end();
}
