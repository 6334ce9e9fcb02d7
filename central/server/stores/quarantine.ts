import { queryOne, type Queryable, type Transaction } from "../database/database.ts";

type TillKey = { readonly regencyId: string; readonly tillId: string };

/** SQL: the row `q` of quarantine still waits for a person. */
export const WAITS = `not exists (select 1 from entry_decision d where d.regency_id = q.regency_id
  and d.till_id = q.till_id and d.seq = q.seq and d.subject = 'QUARANTINE')`;

export type Waiting = {
  readonly seq: number;
  readonly code: string;
  readonly contentCode: string | null;
};

/** What an entry waits for, or null when it does not wait (any more). */
export function waitingAt(
  db: Queryable,
  { regencyId, tillId }: TillKey,
  seq: number,
): Promise<Waiting | null> {
  return queryOne<Waiting>(
    db,
    `select q.seq, q.code, q.content_code as "contentCode" from quarantine q
     where q.regency_id = $1 and q.till_id = $2 and q.seq = $3 and ${WAITS}`,
    [regencyId, tillId, seq],
  );
}

/** A till's entries up to one that wait for one reason, in order. */
export function waitingFor(
  db: Queryable,
  { regencyId, tillId }: TillKey,
  wanted: { readonly code: string; readonly upToSeq: number },
): Promise<Waiting[]> {
  return db.query<Waiting>(
    `select q.seq, q.code, q.content_code as "contentCode" from quarantine q
     where q.regency_id = $1 and q.till_id = $2 and q.code = $3 and q.seq <= $4 and ${WAITS}
     order by q.seq limit 5000`,
    [regencyId, tillId, wanted.code, wanted.upToSeq],
  );
}

/** Lets an entry go: it stands as if it had never been kept aside. */
export async function releaseEntry(
  tx: Transaction,
  { regencyId, tillId }: TillKey,
  seq: number,
): Promise<void> {
  await tx.query("delete from quarantine where regency_id = $1 and till_id = $2 and seq = $3", [
    regencyId,
    tillId,
    seq,
  ]);
}

/** Keeps an entry aside for another reason than so far. */
export async function setWaitingCode(
  tx: Transaction,
  { regencyId, tillId }: TillKey,
  { seq, code }: { readonly seq: number; readonly code: string },
): Promise<void> {
  await tx.query(
    "update quarantine set code = $4 where regency_id = $1 and till_id = $2 and seq = $3",
    [regencyId, tillId, seq, code],
  );
}

/** True when a sale of this very entry was derived: its id is no other's. */
export async function hasSale(
  db: Queryable,
  { regencyId, tillId }: TillKey,
  seq: number,
): Promise<boolean> {
  const row = await queryOne(
    db,
    "select sale_id from sale where regency_id = $1 and till_id = $2 and seq = $3",
    [regencyId, tillId, seq],
  );
  return row !== null;
}

/** Shows on what was derived of an entry that it was sent back; nothing of it counts. */
export async function markSentBack(
  tx: Transaction,
  { regencyId, tillId }: TillKey,
  seq: number,
): Promise<void> {
  for (const table of ["sale", "reversal"]) {
    await tx.query(
      `update ${table} set code = 'SENT_BACK' where regency_id = $1 and till_id = $2 and seq = $3`,
      [regencyId, tillId, seq],
    );
  }
}
