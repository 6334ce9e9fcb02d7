import type { ResumedBody } from "../../../shared/contract/till-bodies.ts";
import { queryOne, type Queryable, type Transaction } from "../database/database.ts";
import { hashesBetween } from "./entry.ts";
import type { TillRecord } from "./till.ts";

/** Keeps which till a new one goes on from, and how the centre holds the old chain at that place. */
export async function tieToOld(
  tx: Transaction,
  till: Pick<TillRecord, "regencyId" | "tillId">,
  { oldTillId, oldSeq, oldHash }: ResumedBody,
): Promise<void> {
  const { regencyId, tillId } = till;
  const old = { regencyId, tillId: oldTillId };
  const held = (await hashesBetween(tx, old, { from: oldSeq, to: oldSeq })).get(oldSeq);
  const known = held === oldHash ? "HELD" : "OTHER";
  await tx.query(
    `insert into succession (regency_id, till_id, old_till_id, old_seq, old_hash, standing)
     values ($1, $2, $3, $4, $5, $6)`,
    [regencyId, tillId, oldTillId, oldSeq, oldHash, held === undefined ? "AHEAD" : known],
  );
}

/**
 * Whether a till goes on from another of its own outlet, by itself or through those between them. What
 * names an entry that the centre holds has the old file; any other claim needs the old till revoked.
 */
export async function goesOnFrom(
  db: Queryable,
  { regencyId, tillId, outletId }: Pick<TillRecord, "regencyId" | "tillId" | "outletId">,
  formerTillId: string,
): Promise<boolean> {
  const row = await queryOne<{ found: boolean }>(
    db,
    `with recursive sound as (
       select s.till_id, s.old_till_id from succession s join till o on o.till_id = s.old_till_id
       where s.regency_id = $1
         and (s.standing = 'HELD' or (s.standing = 'AHEAD' and o.state = 'REVOKED'))
     ), former as (
       select old_till_id from sound where till_id = $2
       union
       select s.old_till_id from sound s join former f on s.till_id = f.old_till_id
     )
     select exists (
       select 1 from former f join till t on t.till_id = f.old_till_id
       where t.regency_id = $1 and t.till_id = $3 and t.outlet_id = $4 and t.till_id <> $2
     ) as found`,
    [regencyId, tillId, formerTillId, outletId],
  );
  return row?.found === true;
}
