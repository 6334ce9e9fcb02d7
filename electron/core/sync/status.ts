import type { ErrorCode } from "../../../shared/contract/errors.ts";
import type { SyncView } from "../../../shared/contract/till-state.ts";
import type { ReadDb } from "../db/database.ts";
import { unsent } from "../db/stores/journal.ts";
import { quarantinedCount } from "../db/stores/quarantine.ts";
import { syncState } from "../db/stores/sync-state.ts";

/** Refusals that trying again soon will not change: a person at the centre has to act. */
const HOPELESS: readonly ErrorCode[] = [
  "TILL_UNKNOWN",
  "TILL_REVOKED",
  "PROTOCOL_UNSUPPORTED",
  "CENTRE_TOO_OLD",
  "CENTRE_PLAIN_HTTP",
  "BAD_INPUT",
];

export function isHopeless(code: ErrorCode): boolean {
  return HOPELESS.includes(code);
}

export type Progress = {
  /** The last round went through. */
  readonly contact: boolean;
  readonly sending: boolean;
  readonly failureCode: ErrorCode | null;
};

/** What the status line shows, from the file and from how the last round went. */
export function syncView(db: ReadDb, progress: Progress): SyncView {
  const { stopCode, lastSuccessAt } = syncState(db);
  const { count, since } = unsent(db);
  const { contact, sending, failureCode } = progress;
  const stopped =
    stopCode ?? (failureCode !== null && isHopeless(failureCode) ? failureCode : null);
  const working = sending ? "SENDING" : contact ? "ONLINE" : "OFFLINE";
  return {
    state: stopped === null ? working : "STOPPED",
    unsent: count,
    unsentSince: since,
    lastSuccessAt,
    failureCode: stopped ?? failureCode,
    quarantined: quarantinedCount(db),
  };
}
