import { AppError } from "../../../shared/contract/errors.ts";
import { PushAnswer } from "../../../shared/contract/sync.ts";
import { transact, type WriteDb } from "../db/database.ts";
import { entryBySeq } from "../db/stores/journal.ts";
import { quarantineEntry } from "../db/stores/quarantine.ts";
import { setAcknowledgedSeq, setStopCode, syncState } from "../db/stores/sync-state.ts";
import { chainHash, nextBatch, pushRequest } from "./outbox.ts";
import { weighAnswer } from "./push-plan.ts";
import { keepTrustedHead, resumeAt, type Session, signedCall } from "./session.ts";
import type { SyncContext } from "./sync-context.ts";

export type Pushed = { readonly entries: number; readonly tookMs: number };

/**
 * Sends one batch and keeps the verdict; `entries` is 0 when there was nothing to send.
 * Fails with: FORK, CORRUPT (a person must look), CENTRE_ERROR, CENTRE_KEY and what a call fails with.
 */
export async function pushBatch(
  context: SyncContext,
  session: Session,
  size: number,
): Promise<Pushed> {
  const { clock, db, identity } = context;
  const { tillId } = identity.certificate;
  const batch = nextBatch(db, identity.dataKey, size);
  if (batch.length === 0) return { entries: 0, tookMs: 0 };
  context.step("batch made");
  const startedMs = clock.monotonicMs();
  const answer = await signedCall(context, session, {
    procedure: "till.push",
    input: pushRequest(tillId, batch),
    answer: PushAnswer,
  });
  context.step("push answered");
  const before = syncState(db).acknowledgedSeq;
  transact(db, (write) => {
    keepVerdict(context, write, answer);
    context.step("verdict written");
  });
  context.step("verdict kept");
  // An answer that moves nothing would be asked for again at once, and for ever.
  if (syncState(db).acknowledgedSeq === before) {
    throw new AppError("CENTRE_ERROR", { retryable: true });
  }
  return { entries: batch.length, tookMs: clock.monotonicMs() - startedMs };
}

function keepVerdict(context: SyncContext, db: WriteDb, answer: PushAnswer): void {
  const { tillId } = context.identity.certificate;
  const verdict = weighAnswer(answer, (seq) => chainHash(db, tillId, seq));
  switch (verdict.kind) {
    case "ACKNOWLEDGED":
      keepTrustedHead(context, db, verdict.head);
      for (const exception of verdict.exceptions) {
        if (!isVouchedFor(db, exception)) quarantineEntry(db, exception);
      }
      setAcknowledgedSeq(db, verdict.through.seq);
      setStopCode(db, null);
      return;
    case "RECONCILE":
      return resumeAt(context, db, verdict.head);
    case "STOP":
      throw new AppError(verdict.code);
    case "NONSENSE":
      throw new AppError("CENTRE_ERROR", { retryable: true });
  }
}

/**
 * An unsigned entry goes out only after one that vouches for it was written. Where that one travels in
 * a later batch the centre keeps the entry aside until then, and lets it go by itself.
 */
function isVouchedFor(
  db: WriteDb,
  { seq, code }: { readonly seq: number; readonly code: string },
): boolean {
  return code === "ENTRY_SIGNATURE" && entryBySeq(db, seq)?.signature === "";
}
