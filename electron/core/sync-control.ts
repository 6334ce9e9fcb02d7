import path from "node:path";
import type { SyncView } from "../../shared/contract/till-state.ts";
import type { SealBox } from "./adapters.ts";
import type { Identity, Till } from "./context.ts";
import { clockJump } from "./db/stores/clock-jump.ts";
import { clockSet, saveClockSet } from "./db/stores/clock-set.ts";
import { cashierById } from "./db/stores/cashier.ts";
import { centreKeys } from "./db/stores/centre-key.ts";
import { setClockOffset, syncState } from "./db/stores/sync-state.ts";
import type { TillKeys } from "./keys/till-keys.ts";
import { createSync } from "./sync/create-sync.ts";
import { markUnsent } from "./sync/unsent-mark.ts";
import type { SyncEvent, SyncHandle } from "./sync/sync-handle.ts";
import type { Timers } from "./timers.ts";
import { judgeByCentre } from "./watches/clock-watch.ts";

/** The offset of the wall clock is kept for the next start only when it moved by more than this. */
const OFFSET_STEP_MS = 1_000;
/** A disk that fails for the moment keeps the core from what the worker has written. */
const APPLIED_RETRY_MS = 10_000;

export type SyncControlOptions = {
  readonly till: Till;
  readonly syncWorkerUrl: URL;
  readonly version: string;
  readonly seal: Pick<SealBox, "protected">;
  /** Rows of the change feed were written by the worker. */
  readonly onApplied: () => void;
  readonly persist: Timers["persist"];
  /** Of what nobody waits for. */
  readonly onFailure: (error: unknown) => void;
  /** The root's certificate took the provisional one's place. */
  readonly onCertified: () => void;
};

/** The till's talk with the centre, from the first start with keys on. */
export class SyncControl {
  readonly #options: SyncControlOptions;
  readonly #applied: () => void;
  #handle: SyncHandle | null = null;
  #view: SyncView | null = null;
  #keptOffsetMs: number | null = null;

  constructor(options: SyncControlOptions) {
    this.#options = options;
    const { till, onApplied, persist } = options;
    this.#applied = persist(APPLIED_RETRY_MS, () => {
      endStaleSession(till);
      onApplied();
      till.changed();
    });
  }

  /** Starts the worker; once it runs, further calls do nothing. `former`: of the till this one goes on from. */
  start(identity: Identity, keys: TillKeys, former: TillKeys | null): void {
    if (this.#handle !== null) return;
    const { till, syncWorkerUrl, version, seal } = this.#options;
    const { certificate, rootPublicKey, centreUrl } = identity;
    const { signingKey, sealKey, dataKey, deviceSecret } = keys;
    const formerSigningKey = former?.signingKey ?? null;
    const secrets = { signingKey, sealKey, dataKey, deviceSecret, formerSigningKey };
    const known = centreKeys(till.file.db());
    this.#handle = createSync({
      workerUrl: syncWorkerUrl,
      databasePath: till.file.path,
      centreUrl,
      version,
      isKeyProtected: seal.protected,
      identity: { certificate, rootPublicKey, centreKeys: known, ...secrets },
      onEvent: (event) => this.#hear(event),
    });
  }

  /** What the worker said last, or null before it said anything. */
  view(): SyncView | null {
    return this.#view;
  }

  entryWritten(): void {
    this.#handle?.entryWritten();
  }

  now(): void {
    this.#handle?.syncNow();
  }

  /** Ends the worker, until it is started for whoever this till is then. */
  async stop(): Promise<void> {
    await this.#handle?.close();
    this.#handle = null;
    this.#view = null;
    this.#keptOffsetMs = null;
  }

  async close(): Promise<void> {
    await this.#handle?.close();
  }

  /** Nobody waits for it: what a full disk refuses must not end the till, and comes with the next event. */
  #hear(event: SyncEvent): void {
    try {
      this.#heard(event);
    } catch (error) {
      this.#options.onFailure(error);
    }
  }

  #heard(event: SyncEvent): void {
    const { till } = this.#options;
    switch (event.type) {
      case "status":
        this.#view = event.view;
        till.changed();
        return markUnsent(path.dirname(till.file.path), event.view.unsent > 0);
      case "applied":
        return this.#applied();
      case "clock":
        this.#setTime(event.centreTime);
        return till.changed();
      case "certified":
        return this.#options.onCertified();
      case "skipped":
        return till.log("feed row skipped", { kind: event.kind, feedSeq: event.feedSeq });
      case "failed":
        return this.#failed(event);
    }
  }

  /** The worker may have ended with it, and then says nothing more until the next one does. */
  #failed({ code, reason, inARow }: Extract<SyncEvent, { type: "failed" }>): void {
    const { till } = this.#options;
    till.log("sync round failed", { code, reason, inARow });
    if (this.#view === null || this.#view.state === "STOPPED") return;
    this.#view = { ...this.#view, state: "OFFLINE", failureCode: code };
    till.changed();
  }

  #setTime(centreTime: number): void {
    const { till } = this.#options;
    const { clock, file } = till;
    const wasMs = syncState(file.db()).clockOffsetMs;
    const offsetMs = clock.setCentreTime(centreTime);
    const kept = this.#keptOffsetMs;
    const set = clockSet(file.db());
    const isSet = set !== null && set.offsetMs !== null;
    const isSame = kept !== null && Math.abs(offsetMs - kept) <= OFFSET_STEP_MS;
    if (isSame && !isSet && !clockJump(file.db()).doubted) return;
    const jumped = file.commit((db) => {
      setClockOffset(db, offsetMs);
      if (isSet) saveClockSet(db, { ...set, offsetMs: null });
      return judgeByCentre(till, db, { wall: centreTime - offsetMs, offsetMs, wasMs });
    });
    this.#keptOffsetMs = offsetMs;
    if (jumped) till.entryWritten();
  }
}

/** Whoever may not log in any more, or not as what they are now, is not left logged in. */
function endStaleSession(till: Till): void {
  const staff = till.session.staff();
  if (staff === null) return;
  const cashier = cashierById(till.file.db(), staff.cashierId);
  const stands = cashier !== null && cashier.active === 1 && cashier.role === staff.role;
  if (!stands) till.session.end();
}
