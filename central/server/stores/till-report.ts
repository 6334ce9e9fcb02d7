import type { EntryVerdict, ReportRequest } from "../../../shared/contract/sync.ts";
import type { Queryable } from "../database/database.ts";

type TillKey = { readonly regencyId: string; readonly tillId: string };

/** Keeps how a till says it stands in place of what it said before. */
export async function saveReport(
  db: Queryable,
  { regencyId, tillId }: TillKey,
  { report, nowMs }: { readonly report: ReportRequest; readonly nowMs: number },
): Promise<void> {
  const { unsent, unsentSince, clockOffsetMs, backupAt } = report;
  const { diskFreeBytes = null, isKeyProtected = null } = report;
  await db.query(
    `insert into till_report
       (regency_id, till_id, reported_at, unsent, unsent_since, clock_offset_ms, backup_at,
        disk_free_bytes, key_protected)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (regency_id, till_id) do update
     set reported_at = excluded.reported_at, unsent = excluded.unsent,
       unsent_since = excluded.unsent_since, clock_offset_ms = excluded.clock_offset_ms,
       backup_at = excluded.backup_at, disk_free_bytes = excluded.disk_free_bytes,
       key_protected = excluded.key_protected`,
    [
      regencyId,
      tillId,
      nowMs,
      unsent,
      unsentSince,
      clockOffsetMs,
      backupAt,
      diskFreeBytes,
      isKeyProtected,
    ],
  );
}

/**
 * What became of entries that a till shows as waiting: what a person decided of them and why.
 */
export function verdictsOf(
  db: Queryable,
  { regencyId, tillId }: TillKey,
  seqs: readonly number[],
): Promise<EntryVerdict[]> {
  return db.query<EntryVerdict>(
    `select d.seq, e.hash, d.decision, d.reason, d.decided_at as "decidedAt"
     from entry_decision d
     join journal_entry e using (regency_id, till_id, seq)
     where d.regency_id = $1 and d.till_id = $2 and d.seq = any($3::bigint[])
       and d.subject = 'QUARANTINE'
     order by d.seq`,
    [regencyId, tillId, seqs],
  );
}
