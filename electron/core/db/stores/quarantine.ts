import type { HeldEntry } from "../../../../shared/contract/held-entry.ts";
import type { EntryVerdict } from "../../../../shared/contract/sync.ts";
import { type ReadDb, statement, type WriteDb } from "../database.ts";

/** Marks an entry the centre keeps aside, to be told as `menunggu pemeriksaan`; also once more. */
export function quarantineEntry(
  db: WriteDb,
  exception: { seq: number; hash: string; code: string },
): void {
  statement(
    db,
    `INSERT INTO quarantine (seq, hash, code) VALUES (@seq, @hash, @code)
     ON CONFLICT (seq) DO UPDATE SET hash = excluded.hash, code = excluded.code,
       decision = NULL, reason = NULL, decided_at = NULL`,
  ).run(exception);
}

/** How many entries wait for a person at the centre. */
export function quarantinedCount(db: ReadDb): number {
  const count = "SELECT count(*) AS n FROM quarantine WHERE decision IS NULL";
  return (statement(db, count).get() as { n: number }).n;
}

/** The entries that wait, oldest first. */
export function waitingSeqs(db: ReadDb, limit: number): number[] {
  const rows = statement(
    db,
    "SELECT seq FROM quarantine WHERE decision IS NULL ORDER BY seq LIMIT ?",
  ).all(limit) as { seq: number }[];
  return rows.map(({ seq }) => seq);
}

/** Keeps what the centre decided of the very entry this till has under that number. */
export function saveVerdict(db: WriteDb, verdict: EntryVerdict): void {
  const { seq, hash, decision, reason, decidedAt } = verdict;
  statement(
    db,
    `UPDATE quarantine SET decision = @decision, reason = @reason, decided_at = @decidedAt
     WHERE seq = @seq AND hash = @hash`,
  ).run({ seq, hash, decision, reason, decidedAt });
}

/** What waits at the centre, and after it what was decided since, the newest first. */
export function heldEntries(
  db: ReadDb,
  shown: { readonly decidedSince: number; readonly limit: number },
): HeldEntry[] {
  return statement(
    db,
    `SELECT q.seq, j.kind, q.code, q.decision, q.reason, q.decided_at AS decidedAt,
       (SELECT number FROM sale s WHERE s.seq = q.seq) AS number
     FROM quarantine q JOIN journal j ON j.seq = q.seq
     WHERE q.decision IS NULL OR q.decided_at >= @decidedSince
     ORDER BY q.decision IS NOT NULL, q.seq DESC LIMIT @limit`,
  ).all(shown) as HeldEntry[];
}
