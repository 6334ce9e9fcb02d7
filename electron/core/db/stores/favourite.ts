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

/** How many of the goods for sale this till's cashiers marked. */
export function favouriteCount(db: ReadDb): number {
  const row = statement(
    db,
    `SELECT count(*) AS n FROM favourite v JOIN product p ON p.product_id = v.product_id
       JOIN maker m ON m.maker_id = p.maker_id
     WHERE p.active = 1 AND m.active = 1`,
  ).get();
  return (row as { n: number }).n;
}
