import { AppError } from "../../../shared/contract/errors.ts";
import {
  MAX_REPORTED_ENTRIES,
  ReportAnswer,
  type ReportRequest,
} from "../../../shared/contract/sync.ts";
import { transact } from "../db/database.ts";
import { unsent } from "../db/stores/journal.ts";
import { saveVerdict, waitingSeqs } from "../db/stores/quarantine.ts";
import { syncState } from "../db/stores/sync-state.ts";
import { keyToChange, saveKeyToChange } from "../keys/key-to-change.ts";
import { keepSpareTillCode } from "../resume/spare-code.ts";
import { type Session, signedCall } from "./session.ts";
import type { SyncContext } from "./sync-context.ts";

/**
 * Tells the centre how this till stands, and keeps what became of the entries that wait there, which key
 * to change, and the till code that is kept free for whoever goes on from it. No
 * sale and no push depends on it: a centre that does not know it, or fails at it, changes nothing.
 */
export async function reportState(context: SyncContext, session: Session): Promise<void> {
  const { db } = context;
  try {
    const {
      verdicts,
      keyToChange: asked,
      spareTillCode,
    } = await signedCall(context, session, {
      procedure: "till.report",
      input: await reportOf(context),
      answer: ReportAnswer,
    });
    transact(db, (write) => {
      for (const verdict of verdicts) saveVerdict(write, verdict);
      if (asked !== undefined && asked !== keyToChange(write)) saveKeyToChange(write, asked);
      if (spareTillCode !== undefined) keepSpareTillCode(write, spareTillCode);
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

async function reportOf(context: SyncContext): Promise<ReportRequest> {
  const { db, identity, backupAt, isKeyProtected } = context;
  const diskFreeBytes = await context.diskFreeBytes();
  const { count, since } = unsent(db);
  return {
    tillId: identity.certificate.tillId,
    unsent: count,
    unsentSince: since,
    clockOffsetMs: syncState(db).clockOffsetMs,
    backupAt: backupAt(),
    diskFreeBytes,
    isKeyProtected,
    waiting: waitingSeqs(db, MAX_REPORTED_ENTRIES),
  };
}
