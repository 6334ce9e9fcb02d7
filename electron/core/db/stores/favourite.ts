import { type ReadDb, statement, type WriteDb } from "../database.ts";

export function markFavourite(db: WriteDb, productId: string, at: number): void {
  statement(db, "INSERT OR IGNORE INTO favourite (product_id, marked_at) VALUES (?, ?)").run(
    productId,
    at,
  );
}

export function unmarkFavourite(db: WriteDb, productId: string): void {
  statement(db, "DELETE FROM favourite WHERE product_id = ?").run(productId);
}

/** The marks come first: with every state this is asked, and the goods are many. */
export const FAVOURITE_COUNT = `SELECT count(*) AS n
  FROM favourite v CROSS JOIN product p ON p.product_id = v.product_id
    CROSS JOIN maker m ON m.maker_id = p.maker_id
  WHERE p.active = 1 AND m.active = 1`;

/** How many of the goods for sale this till's cashiers marked. */
export function favouriteCount(db: ReadDb): number {
  return (statement(db, FAVOURITE_COUNT).get() as { n: number }).n;
}
