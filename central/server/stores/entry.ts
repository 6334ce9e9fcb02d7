import { columns, type Queryable, type Transaction } from "../database/database.ts";
import { WAITS } from "./quarantine.ts";
import { fromStored, toStored } from "./stored-text.ts";

type TillKey = { readonly regencyId: string; readonly tillId: string };

/** An entry as it is kept for good. */
export type EntryRow = {
  readonly seq: number;
  readonly kind: string | null;
  readonly atMs: number | null;
  readonly prevHash: string;
  readonly hash: string;
  readonly signature: string;
  readonly receiptSignature: string | null;
  readonly body: string;
  readonly private: string | null;
};
export type QuarantineEntry = {
  readonly seq: number;
  readonly code: string;
  readonly contentCode: string | null;
};

const ENTRIES = {
  table: "journal_entry",
  columns: [
    "regency_id",
    "till_id",
    "received_at",
    "seq",
    "kind",
    "at",
    "prev_hash",
    "hash",
    "signature",
    "receipt_signature",
    "body",
    "encoded",
  ],
} as const;

/** Appends entries verbatim, and their private texts beside them. */
export async function appendEntries(
  tx: Transaction,
  { regencyId, tillId }: TillKey,
  arrived: { readonly entries: readonly EntryRow[]; readonly receivedAtMs: number },
): Promise<void> {
  const { entries, receivedAtMs } = arrived;
  const rows = entries.map((entry) => {
    const { text, encoded } = toStored(entry.body);
    const { seq, kind, atMs, prevHash, hash, signature, receiptSignature } = entry;
    const place = [regencyId, tillId, receivedAtMs, seq, kind, atMs];
    return [...place, prevHash, hash, signature, receiptSignature, text, encoded];
  });
  await tx.copy(ENTRIES, rows);
  await appendPrivate(tx, { regencyId, tillId }, entries);
}

async function appendPrivate(
  tx: Transaction,
  { regencyId, tillId }: TillKey,
  entries: readonly EntryRow[],
): Promise<void> {
  const rows = entries.flatMap(({ seq, private: text }) =>
    text === null ? [] : [{ seq, ...toStored(text) }],
  );
  if (rows.length === 0) return;
  await tx.query(
    `insert into journal_private (regency_id, till_id, seq, private, encoded)
     select $1, $2::uuid, * from unnest($3::bigint[], $4::text[], $5::boolean[])`,
    [regencyId, tillId, ...columns(rows, ["seq", "text", "encoded"])],
  );
}

/** Sets entries aside for a person to look at. */
export async function quarantineEntries(
  tx: Transaction,
  { regencyId, tillId }: TillKey,
  held: { readonly entries: readonly QuarantineEntry[]; readonly receivedAtMs: number },
): Promise<void> {
  const { entries, receivedAtMs } = held;
  if (entries.length === 0) return;
  await tx.query(
    `insert into quarantine (regency_id, till_id, received_at, seq, code, content_code)
     select $1, $2::uuid, $3::bigint, * from unnest($4::bigint[], $5::text[], $6::text[])`,
    [regencyId, tillId, receivedAtMs, ...columns(entries, ["seq", "code", "contentCode"])],
  );
}

/** Hashes the centre holds between two seqs, both included, by seq. */
export async function hashesBetween(
  db: Queryable,
  { regencyId, tillId }: TillKey,
  range: { readonly from: number; readonly to: number },
): Promise<Map<number, string>> {
  const rows = await db.query<{ seq: number; hash: string }>(
    `select seq, hash from journal_entry
     where regency_id = $1 and till_id = $2 and seq between $3 and $4`,
    [regencyId, tillId, range.from, range.to],
  );
  return new Map(rows.map(({ seq, hash }) => [seq, hash]));
}

/** Entries of a range that wait for a person. */
export function exceptionsBetween(
  db: Queryable,
  { regencyId, tillId }: TillKey,
  range: { readonly from: number; readonly to: number },
): Promise<{ seq: number; hash: string; code: string }[]> {
  return db.query<{ seq: number; hash: string; code: string }>(
    `select q.seq, e.hash, q.code from quarantine q
     join journal_entry e using (regency_id, till_id, seq)
     where q.regency_id = $1 and q.till_id = $2 and q.seq between $3 and $4 and ${WAITS}
     order by q.seq`,
    [regencyId, tillId, range.from, range.to],
  );
}

/** Unsigned entries of a range with what they wait for, and what is wrong with them apart from that. */
export async function unsignedBetween(
  db: Queryable,
  { regencyId, tillId }: TillKey,
  range: { readonly from: number; readonly to: number },
): Promise<{ seq: number; body: string; code: string | null; contentCode: string | null }[]> {
  const rows = await db.query<{
    seq: number;
    text: string;
    encoded: boolean;
    code: string | null;
    contentCode: string | null;
  }>(
    `select e.seq, e.body as text, e.encoded, q.code, q.content_code as "contentCode"
     from journal_entry e
     left join quarantine q on q.regency_id = e.regency_id and q.till_id = e.till_id
       and q.seq = e.seq and ${WAITS}
     where e.regency_id = $1 and e.till_id = $2 and e.seq between $3 and $4 and e.signature = ''
     order by e.seq`,
    [regencyId, tillId, range.from, range.to],
  );
  return rows.map(({ seq, text, encoded, code, contentCode }) => ({
    seq,
    code,
    contentCode,
    body: fromStored({ text, encoded }),
  }));
}

/** Takes entries out of quarantine, or leaves them there for what is still wrong. */
export async function vouchEntries(
  tx: Transaction,
  { regencyId, tillId }: TillKey,
  range: { readonly from: number; readonly to: number },
): Promise<void> {
  const where = `q.regency_id = $1 and q.till_id = $2 and q.seq between $3 and $4
    and q.code in ('ENTRY_SIGNATURE', 'ENTRY_RECEIPT_SIGNATURE') and ${WAITS}`;
  const params = [regencyId, tillId, range.from, range.to];
  await tx.query(`delete from quarantine q where ${where} and q.content_code is null`, params);
  await tx.query(`update quarantine q set code = q.content_code where ${where}`, params);
}

/** Body texts of a range's accepted entries of one kind. */
export async function acceptedOfKind(
  db: Queryable,
  { regencyId, tillId }: TillKey,
  wanted: { readonly kind: string; readonly from: number; readonly to: number },
): Promise<string[]> {
  const rows = await db.query<{ text: string; encoded: boolean }>(
    `select e.body as text, e.encoded
     from journal_entry e left join quarantine q using (regency_id, till_id, seq)
     where e.regency_id = $1 and e.till_id = $2 and e.seq between $3 and $4 and e.kind = $5
       and q.seq is null
     order by e.seq`,
    [regencyId, tillId, wanted.from, wanted.to, wanted.kind],
  );
  return rows.map(fromStored);
}

/** Body texts from the newest entry of a kind on: of some kinds, and of those that could not be read. */
export async function entriesSince(
  db: Queryable,
  { regencyId, tillId }: TillKey,
  wanted: { readonly first: string; readonly kinds: readonly string[] },
): Promise<string[]> {
  const rows = await db.query<{ text: string; encoded: boolean }>(
    `select body as text, encoded from journal_entry
     where regency_id = $1 and till_id = $2 and (kind is null or kind = any($4::text[]))
       and seq >= (select max(seq) from journal_entry
         where regency_id = $1 and till_id = $2 and kind = $3)
     order by seq`,
    [regencyId, tillId, wanted.first, wanted.kinds],
  );
  return rows.map(fromStored);
}
