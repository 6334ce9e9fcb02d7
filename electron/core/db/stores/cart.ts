import { type ReadDb, statement, type WriteDb } from "../database.ts";

/** The open cart as JSON, what it was before its last line change, and its buyer's sealed NIP. */
export type CartRow = {
  cartId: string;
  /** the feed cursor that what counts in the lines is as of */
  feedSeq: number;
  body: string;
  previousBody: string | null;
  privateSealed: Uint8Array | null;
  noteSealed: Uint8Array | null;
};

export function cartRow(db: ReadDb): CartRow | null {
  const row = statement(
    db,
    `SELECT cart_id AS cartId, feed_seq AS feedSeq, body, previous_body AS previousBody,
       private_sealed AS privateSealed, note_sealed AS noteSealed
     FROM cart`,
  ).get();
  return (row as CartRow | undefined) ?? null;
}

export function saveCartRow(db: WriteDb, row: CartRow): void {
  statement(
    db,
    `INSERT INTO cart (one, cart_id, feed_seq, body, previous_body, private_sealed,
       note_sealed)
     VALUES (1, @cartId, @feedSeq, @body, @previousBody, @privateSealed, @noteSealed)
     ON CONFLICT (one) DO UPDATE SET cart_id = excluded.cart_id,
       feed_seq = excluded.feed_seq, body = excluded.body,
       previous_body = excluded.previous_body, private_sealed = excluded.private_sealed,
       note_sealed = excluded.note_sealed`,
  ).run(row);
}
