import type { CountersignedHead } from "../../../shared/contract/sync.ts";
import { instantMs, instantText } from "../../../shared/domain/period.ts";
import { queryOne, type Queryable, type Transaction } from "../database/database.ts";
import type { ChainState } from "../journal/judge.ts";

type TillKey = { readonly regencyId: string; readonly tillId: string };

/** The end of a till's chain as the centre holds it; seq 0 and the genesis hash when empty. */
export type Head = ChainState & { readonly seq: number; readonly hash: string };

const HEAD = `select seq, hash, at, counter, turnover, reversals, training as "isTraining"
  from till_head
  where regency_id = $1 and till_id = $2`;

/** The head as it is now. */
export function headOf(db: Queryable, till: TillKey): Promise<Head> {
  return one(db, HEAD, till);
}

/** The head, locked until the transaction ends: every push takes this lock first. */
export function lockHead(tx: Transaction, till: TillKey): Promise<Head> {
  return one(tx, `${HEAD} for update`, till);
}

async function one(db: Queryable, sql: string, { regencyId, tillId }: TillKey): Promise<Head> {
  const head = await queryOne<Head>(db, sql, [regencyId, tillId]);
  if (head === null) throw new Error("a till without a head");
  return head;
}

/** Moves the head; the caller holds its lock. */
export async function moveHead(tx: Transaction, till: TillKey, head: Head): Promise<void> {
  await tx.query(
    `update till_head set seq = $3, hash = $4, at = $5, counter = $6, turnover = $7, reversals = $8,
       training = $9
     where regency_id = $1 and till_id = $2`,
    [
      till.regencyId,
      till.tillId,
      head.seq,
      head.hash,
      head.at,
      head.counter,
      head.turnover,
      head.reversals,
      head.isTraining,
    ],
  );
}

/** Keeps a countersigned head for good. */
export async function saveCountersigned(
  tx: Transaction,
  regencyId: string,
  head: CountersignedHead,
): Promise<void> {
  await tx.query(
    `insert into countersigned_head
       (regency_id, till_id, seq, hash, centre_key_id, received_at, signature)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      regencyId,
      head.tillId,
      head.seq,
      head.hash,
      head.centreKeyId,
      instantMs(head.receivedAt),
      head.signature,
    ],
  );
}

type HeadColumns = {
  till_id: string;
  seq: number;
  hash: string;
  centre_key_id: string;
  received_at: number;
  signature: string;
};

/** The newest countersigned head of a till, or null. */
export async function newestCountersigned(
  db: Queryable,
  { regencyId, tillId }: TillKey,
): Promise<CountersignedHead | null> {
  const row = await queryOne<HeadColumns>(
    db,
    `select * from countersigned_head where regency_id = $1 and till_id = $2
     order by seq desc limit 1`,
    [regencyId, tillId],
  );
  return row === null ? null : countersigned(row);
}

/** All countersigned heads of a till in order. */
export async function allCountersigned(
  db: Queryable,
  { regencyId, tillId }: TillKey,
): Promise<CountersignedHead[]> {
  const rows = await db.query<HeadColumns>(
    "select * from countersigned_head where regency_id = $1 and till_id = $2 order by seq",
    [regencyId, tillId],
  );
  return rows.map(countersigned);
}

function countersigned(row: HeadColumns): CountersignedHead {
  return {
    centreKeyId: row.centre_key_id,
    tillId: row.till_id,
    seq: row.seq,
    hash: row.hash,
    receivedAt: instantText(row.received_at),
    signature: row.signature,
  };
}

/** The first countersigned head of a till that covers `seq`, or null. */
export async function countersignedFrom(
  db: Queryable,
  { regencyId, tillId }: TillKey,
  seq: number,
): Promise<CountersignedHead | null> {
  const row = await queryOne<HeadColumns>(
    db,
    `select * from countersigned_head where regency_id = $1 and till_id = $2 and seq >= $3
     order by seq limit 1`,
    [regencyId, tillId, seq],
  );
  return row === null ? null : countersigned(row);
}
