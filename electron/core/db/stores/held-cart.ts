import { type ReadDb, statement, type WriteDb } from "../database.ts";

/** A cart put aside: its JSON, its buyer's and its note's sealed texts, when and by whom. */
export type HeldCartRow = {
  cartId: string;
  body: string;
  privateSealed: Uint8Array | null;
  noteSealed: Uint8Array | null;
  heldAt: number;
  heldBy: string;
};

const HELD = `cart_id AS cartId, body, private_sealed AS privateSealed, note_sealed AS noteSealed,
  held_at AS heldAt, held_by AS heldBy`;

export function insertHeldCart(db: WriteDb, row: HeldCartRow): void {
  statement(
    db,
    `INSERT INTO held_cart (cart_id, body, private_sealed, note_sealed, held_at, held_by)
     VALUES (@cartId, @body, @privateSealed, @noteSealed, @heldAt, @heldBy)`,
  ).run(row);
}

export function heldCart(db: ReadDb, cartId: string): HeldCartRow | null {
  const row = statement(db, `SELECT ${HELD} FROM held_cart WHERE cart_id = ?`).get(cartId);
  return (row as HeldCartRow | undefined) ?? null;
}

/** All carts put aside, the one held longest first. */
export function heldCarts(db: ReadDb): HeldCartRow[] {
  return statement(
    db,
    `SELECT ${HELD} FROM held_cart ORDER BY held_at, cart_id`,
  ).all() as HeldCartRow[];
}

export function heldCartCount(db: ReadDb): number {
  return (statement(db, "SELECT count(*) AS n FROM held_cart").get() as { n: number }).n;
}

export function deleteHeldCart(db: WriteDb, cartId: string): void {
  statement(db, "DELETE FROM held_cart WHERE cart_id = ?").run(cartId);
}
