import { type ReadDb, statement, type WriteDb } from "../database.ts";

/** How far this till and the centre know of each other. */
export type SyncState = {
  acknowledgedSeq: number;
  feedCursor: number;
  lastSuccessAt: number | null;
  lastPullAt: number | null;
  /** FORK, CORRUPT or another code that only a person can clear */
  stopCode: string | null;
  /** the centre's time minus the wall clock's when last compared */
  clockOffsetMs: number | null;
  /** while the roster comes back after it expired: the feed is pulled from here */
  refillCursor: number | null;
};

/** The one row of `sync_state`. */
export function syncState(db: ReadDb): SyncState {
  return statement(
    db,
    `SELECT acknowledged_seq AS acknowledgedSeq, feed_cursor AS feedCursor,
       last_success_at AS lastSuccessAt, last_pull_at AS lastPullAt,
       stop_code AS stopCode, clock_offset_ms AS clockOffsetMs,
       refill_cursor AS refillCursor
     FROM sync_state`,
  ).get() as SyncState;
}

/** Everything up to here is at the centre. Also goes down: a restored centre asks again. */
export function setAcknowledgedSeq(db: WriteDb, seq: number): void {
  statement(db, "UPDATE sync_state SET acknowledged_seq = ?").run(seq);
}

/** A page of the feed that was applied: where it began and ended. `pulledAt` is the wall clock's. */
export type PulledPage = {
  readonly from: number;
  readonly cursor: number;
  readonly pulledAt: number;
};

/**
 * Everything of the change feed up to here is applied; belongs in the transaction that applied it.
 * The feed cursor never falls: sales are as of it while an expired roster is pulled once more.
 */
export function setFeedCursor(db: WriteDb, page: PulledPage): void {
  statement(
    db,
    `UPDATE sync_state SET last_pull_at = @pulledAt, feed_cursor = max(feed_cursor, @cursor),
       refill_cursor = CASE
         WHEN refill_cursor IS NOT @from THEN refill_cursor
         WHEN @cursor >= feed_cursor THEN NULL
         ELSE @cursor END`,
  ).run(page);
}

/** The next pulls bring the whole roster again, whatever was pulled before. */
export function startRefill(db: WriteDb): void {
  statement(db, "UPDATE sync_state SET refill_cursor = 0").run();
}

export function setLastSuccess(db: WriteDb, at: number): void {
  statement(db, "UPDATE sync_state SET last_success_at = ?").run(at);
}

export function setStopCode(db: WriteDb, code: string | null): void {
  statement(db, "UPDATE sync_state SET stop_code = ?").run(code);
}

export function setClockOffset(db: WriteDb, offsetMs: number): void {
  statement(db, "UPDATE sync_state SET clock_offset_ms = ?").run(offsetMs);
}

/** A head the centre signed for this till. */
export type HeadRow = {
  seq: number;
  hash: string;
  centreKeyId: string;
  receivedAt: number;
  signature: string;
};

/** Keeps a countersigned head for good; the same head again changes nothing. */
export function keepHead(db: WriteDb, head: HeadRow): void {
  statement(
    db,
    `INSERT INTO countersigned_head (seq, hash, centre_key_id, received_at, signature)
     VALUES (@seq, @hash, @centreKeyId, @receivedAt, @signature)
     ON CONFLICT (seq) DO UPDATE SET hash = excluded.hash, centre_key_id = excluded.centre_key_id,
       received_at = excluded.received_at, signature = excluded.signature`,
  ).run(head);
}

/** The newest head the centre signed, or null before the first. */
export function newestHead(db: ReadDb): { seq: number; hash: string } | null {
  const row = statement(
    db,
    "SELECT seq, hash FROM countersigned_head ORDER BY seq DESC LIMIT 1",
  ).get();
  return (row as { seq: number; hash: string } | undefined) ?? null;
}
