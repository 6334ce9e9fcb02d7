import { setImmediate as turn } from "node:timers/promises";
import { AppError } from "../../../shared/contract/errors.ts";
import { PushAnswer } from "../../../shared/contract/sync.ts";
import { transact, type WriteDb } from "../db/database.ts";
import { entryBySeq } from "../db/stores/journal.ts";
import { quarantineEntry } from "../db/stores/quarantine.ts";
import { setAcknowledgedSeq, setStopCode, syncState } from "../db/stores/sync-state.ts";
import { type Packed, pack } from "./centre-client.ts";
import { chainHash, nextBatch, pushRequest } from "./outbox.ts";
import { weighAnswer } from "./push-plan.ts";
import { keepTrustedHead, resumeAt, type Session, signedCall } from "./session.ts";
import type { SyncContext } from "./sync-context.ts";

/** `entries` is 0 when there was nothing to send. */
export type Pushed = {
  readonly entries: number;
  readonly tookMs: number;
  /** what comes after it, to be handed to the next call; null when that is not known yet */
  readonly ahead: ReadyBatch | null;
};

/** A batch that was put together, for when the centre is at `afterSeq`. */
export type ReadyBatch = {
  readonly afterSeq: number;
  readonly lastSeq: number;
  readonly entries: number;
  readonly packed: Packed;
};

/**
 * Sends one batch and keeps the verdict; the next is put together while the centre is at work.
 * Fails with: FORK, CORRUPT (a person must look), CENTRE_ERROR, CENTRE_KEY and what a call fails with.
 */
export async function pushBatch(
  context: SyncContext,
  session: Session,
  { size, ahead }: { readonly size: number; readonly ahead: ReadyBatch | null },
): Promise<Pushed> {
  const { clock, db } = context;
  const before = syncState(db).acknowledgedSeq;
  const batch = ahead?.afterSeq === before ? ahead : readyBatch(context, before, size);
  if (batch === null) return { entries: 0, tookMs: 0, ahead: null };
  context.step("batch made");
  const startedMs = clock.monotonicMs();
  const answering = signedCall(context, session, {
    procedure: "till.push",
    input: batch.packed,
    answer: PushAnswer,
  });
  const { entries, lastSeq } = batch;
  // What keeps it from being read is told when its turn comes; the verdict of this one stands.
  const following = turn()
    .then(() => readyBatch(context, lastSeq, size))
    .catch(() => null);
  const [answer, next] = await Promise.all([answering, following]);
  context.step("push answered");
  transact(db, (write) => {
    keepVerdict(context, write, answer);
    context.step("verdict written");
  });
  context.step("verdict kept");
  // An answer that moves nothing would be asked for again at once, and for ever.
  if (syncState(db).acknowledgedSeq === before) {
    throw new AppError("CENTRE_ERROR", { retryable: true });
  }
  return { entries, tookMs: clock.monotonicMs() - startedMs, ahead: next };
}

function readyBatch(
  { db, identity }: SyncContext,
  afterSeq: number,
  size: number,
): ReadyBatch | null {
  const batch = nextBatch(db, identity.dataKey, { afterSeq, size });
  const last = batch.at(-1);
  if (last === undefined) return null;
  const packed = pack(pushRequest(identity.certificate.tillId, batch));
  return { afterSeq, lastSeq: last.push.seq, entries: batch.length, packed };
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
