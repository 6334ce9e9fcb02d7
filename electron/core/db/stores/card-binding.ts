import { type ReadDb, statement, type WriteDb } from "../database.ts";

/** Whose a foreign card's code is; one text binds one person. */
export type CardBindingRow = {
  /** HMAC of the code's text under the regency's key, as hex */
  hash: string;
  personId: string;
  state: "PENDING" | "APPROVED" | "WITHDRAWN";
  feedSeq: number;
};

export function cardBinding(db: ReadDb, hash: string): CardBindingRow | null {
  const row = statement(
    db,
    `SELECT hash, person_id AS personId, state, feed_seq AS feedSeq
     FROM card_binding WHERE hash = ?`,
  ).get(hash);
  return (row as CardBindingRow | undefined) ?? null;
}

/** Binds at this till; what the centre says of it later takes its place. */
export function bindHere(db: WriteDb, bound: Pick<CardBindingRow, "hash" | "personId">): void {
  statement(
    db,
    `INSERT INTO card_binding (hash, person_id, state, feed_seq)
     VALUES (@hash, @personId, 'PENDING', 0)
     ON CONFLICT (hash) DO UPDATE SET person_id = excluded.person_id, state = excluded.state`,
  ).run(bound);
}

/** Takes the centre's word, whatever was bound here. */
export function upsertCardBinding(db: WriteDb, row: CardBindingRow): void {
  statement(
    db,
    `INSERT INTO card_binding (hash, person_id, state, feed_seq)
     VALUES (@hash, @personId, @state, @feedSeq)
     ON CONFLICT (hash) DO UPDATE SET person_id = excluded.person_id, state = excluded.state,
       feed_seq = excluded.feed_seq
     WHERE excluded.feed_seq > card_binding.feed_seq`,
  ).run(row);
}
