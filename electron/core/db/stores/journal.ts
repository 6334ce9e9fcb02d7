import { dateStartMs, nextPeriod, periodStartDate } from "../../../../shared/domain/period.ts";
import { type ReadDb, statement, type WriteDb } from "../database.ts";

/** An entry as it stands in the file; `privateSealed` is its `private` text under the data key. */
export type JournalRow = {
  seq: number;
  kind: string;
  at: number;
  prevHash: string;
  hash: string;
  signature: string;
  receiptSignature: string | null;
  body: string;
  privateSealed: Uint8Array | null;
};

const COLUMNS = `seq, kind, at, prev_hash AS prevHash, hash, signature,
  receipt_signature AS receiptSignature, body, private_sealed AS privateSealed`;

export function insertEntry(db: WriteDb, row: JournalRow): void {
  statement(
    db,
    `INSERT INTO journal
       (seq, kind, at, prev_hash, hash, signature, receipt_signature, body, private_sealed)
     VALUES (@seq, @kind, @at, @prevHash, @hash, @signature, @receiptSignature, @body, @privateSealed)`,
  ).run(row);
}

/** The newest entry's place in the chain, or null before the first. */
export function journalHead(db: ReadDb): { seq: number; hash: string; at: number } | null {
  const row = statement(db, "SELECT seq, hash, at FROM journal ORDER BY seq DESC LIMIT 1").get();
  return (row as { seq: number; hash: string; at: number } | undefined) ?? null;
}

/** Whether the till was taken out of service: its newest entry is then the last. */
export function isTillClosed(db: ReadDb): boolean {
  const row = statement(db, "SELECT kind FROM journal ORDER BY seq DESC LIMIT 1").get();
  return (row as { kind: string } | undefined)?.kind === "TILL_CLOSED";
}

/** Whether any entry stands in a WIB month. */
export function hasEntryIn(db: ReadDb, period: string): boolean {
  const from = dateStartMs(periodStartDate(period));
  const to = dateStartMs(periodStartDate(nextPeriod(period)));
  const sql = "SELECT 1 FROM journal WHERE at >= ? AND at < ? LIMIT 1";
  return statement(db, sql).get(from, to) !== undefined;
}

/** The latest instant among the newest entries since one; a doubtful clock's may be before it. */
export function latestAt(db: ReadDb, sinceSeq: number): number | null {
  const row = statement(
    db,
    `SELECT max(at) AS at
     FROM (SELECT at FROM journal WHERE seq >= ? ORDER BY seq DESC LIMIT 500)`,
  ).get(sinceSeq);
  return (row as { at: number | null }).at;
}

export function entryBySeq(db: ReadDb, seq: number): JournalRow | null {
  const row = statement(db, `SELECT ${COLUMNS} FROM journal WHERE seq = ?`).get(seq);
  return (row as JournalRow | undefined) ?? null;
}

/** Up to `limit` entries after `seq`, in order. */
export function entriesAfter(db: ReadDb, seq: number, limit: number): JournalRow[] {
  return statement(db, `SELECT ${COLUMNS} FROM journal WHERE seq > ? ORDER BY seq LIMIT ?`).all(
    seq,
    limit,
  ) as JournalRow[];
}

/** Up to `limit` entries from `seq` downwards, the newest first. */
export function entriesDownFrom(db: ReadDb, seq: number, limit: number): JournalRow[] {
  return statement(
    db,
    `SELECT ${COLUMNS} FROM journal WHERE seq <= ? ORDER BY seq DESC LIMIT ?`,
  ).all(seq, limit) as JournalRow[];
}

/** Every entry in order, one at a time, however long the journal is. */
export function eachEntry(db: ReadDb): IterableIterator<JournalRow> {
  return db
    .prepare(`SELECT ${COLUMNS} FROM journal ORDER BY seq`)
    .iterate() as IterableIterator<JournalRow>;
}

/** What is not at the centre yet: how many entries, and when the oldest was written. */
export function unsent(db: ReadDb): { count: number; since: number | null } {
  return statement(
    db,
    `SELECT (SELECT coalesce(max(seq), 0) FROM journal) - s.acknowledged_seq AS count,
       (SELECT at FROM journal WHERE seq = s.acknowledged_seq + 1) AS since
     FROM sync_state s`,
  ).get() as { count: number; since: number | null };
}

/** First entry without a signature that no SIGNER_RESTORED vouches for yet, or null. */
export function unsignedFrom(db: ReadDb): number | null {
  const row = statement(db, "SELECT from_seq AS fromSeq FROM unsigned_range").get();
  return (row as { fromSeq: number } | undefined)?.fromSeq ?? null;
}

export function openUnsignedRange(db: WriteDb, fromSeq: number): void {
  statement(db, "INSERT OR IGNORE INTO unsigned_range (one, from_seq) VALUES (1, ?)").run(fromSeq);
}

export function closeUnsignedRange(db: WriteDb): void {
  statement(db, "DELETE FROM unsigned_range").run();
}
