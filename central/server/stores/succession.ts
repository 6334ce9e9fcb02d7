import type { ResumedBody } from "../../../shared/contract/till-bodies.ts";
import type { Transaction } from "../database/database.ts";
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
