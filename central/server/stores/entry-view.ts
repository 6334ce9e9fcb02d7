import { queryOne, type Queryable } from "../database/database.ts";
import { fromStored } from "./stored-text.ts";

type TillKey = { readonly regencyId: string; readonly tillId: string };

/** An entry as it is kept, with its private text and what it waits for. */
export type StoredEntry = {
  readonly tillId: string;
  readonly seq: number;
  readonly kind: string | null;
  readonly prevHash: string;
  readonly hash: string;
  readonly signature: string;
  readonly receiptSignature: string | null;
  readonly body: string;
  readonly private: string | null;
  readonly isPrivateDestroyed: boolean;
  readonly receivedAt: number;
  readonly code: string | null;
};

type EntryColumns = Omit<StoredEntry, "body" | "private" | "isPrivateDestroyed"> & {
  readonly text: string;
  readonly encoded: boolean;
  readonly privateText: string | null;
  readonly privateEncoded: boolean | null;
  readonly destroyedAt: number | null;
};

const ENTRY = `select e.till_id as "tillId", e.seq, e.kind, e.prev_hash as "prevHash", e.hash,
    e.signature, e.receipt_signature as "receiptSignature", e.body as text, e.encoded,
    e.received_at as "receivedAt", x.private as "privateText", x.encoded as "privateEncoded",
    x.destroyed_at as "destroyedAt", q.code
  from journal_entry e
  left join journal_private x using (regency_id, till_id, seq)
  left join quarantine q using (regency_id, till_id, seq)`;

/** One entry, or null. */
export async function entryAt(
  db: Queryable,
  { regencyId, tillId }: TillKey,
  seq: number,
): Promise<StoredEntry | null> {
  const row = await queryOne<EntryColumns>(
    db,
    `${ENTRY} where e.regency_id = $1 and e.till_id = $2 and e.seq = $3`,
    [regencyId, tillId, seq],
  );
  return row === null ? null : stored(row);
}

/** Entries of a till after a seq, in order: a page of the whole journal. */
export async function entriesAfter(
  db: Queryable,
  { regencyId, tillId }: TillKey,
  page: { readonly seq: number; readonly limit: number },
): Promise<StoredEntry[]> {
  const rows = await db.query<EntryColumns>(
    `${ENTRY} where e.regency_id = $1 and e.till_id = $2 and e.seq > $3 order by e.seq limit $4`,
    [regencyId, tillId, page.seq, page.limit],
  );
  return rows.map(stored);
}

/** An entry as the chain needs it, without anything personal. */
export type ChainEntry = Pick<
  StoredEntry,
  "seq" | "prevHash" | "hash" | "signature" | "receiptSignature" | "body"
>;

/** Entries of a till before a seq, the newest first; nothing personal is read. */
export async function entriesBefore(
  db: Queryable,
  { regencyId, tillId }: TillKey,
  page: { readonly seq: number; readonly limit: number },
): Promise<ChainEntry[]> {
  type Row = Omit<ChainEntry, "body"> & { readonly text: string; readonly encoded: boolean };
  const rows = await db.query<Row>(
    `select seq, prev_hash as "prevHash", hash, signature, receipt_signature as "receiptSignature",
       body as text, encoded
     from journal_entry where regency_id = $1 and till_id = $2 and seq < $3
     order by seq desc limit $4`,
    [regencyId, tillId, page.seq, page.limit],
  );
  return rows.map(({ text, encoded, ...entry }) => ({
    ...entry,
    body: fromStored({ text, encoded }),
  }));
}

function stored(row: EntryColumns): StoredEntry {
  const { text, encoded, privateText, privateEncoded, destroyedAt, ...rest } = row;
  return {
    ...rest,
    body: fromStored({ text, encoded }),
    private:
      privateText === null
        ? null
        : fromStored({ text: privateText, encoded: privateEncoded ?? false }),
    isPrivateDestroyed: destroyedAt !== null,
  };
}
