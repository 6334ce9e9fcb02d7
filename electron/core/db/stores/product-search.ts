import { type ReadDb, statement } from "../database.ts";
import { GOODS, type GoodsRow, inCategory, JOINS } from "./product.ts";

/** `match` is an FTS5 query over name, maker, sku and barcode. */
export type Matching = {
  readonly match: string;
  readonly categoryId: string | null;
  readonly limit: number;
};

/** Numbers of the goods for sale whose barcode or SKU is this very code. */
export function goodsOfCode(db: ReadDb, code: string, categoryId: string | null): number[] {
  return numbers(
    statement(
      db,
      `SELECT p.product_no FROM product p JOIN maker m ON m.maker_id = p.maker_id
       WHERE p.product_no IN (SELECT product_no FROM product WHERE barcode = @code
           UNION SELECT product_no FROM product WHERE sku = upper(@code)
           UNION SELECT product_no FROM product WHERE sku = @code)
         AND p.active = 1 AND m.active = 1 AND ${inCategory(categoryId)}
       ORDER BY p.feed_seq DESC`,
    )
      .pluck()
      .all({ code, categoryId }),
  );
}

/** Numbers of the goods for sale that match, by name; of more than `limit` only so many. */
export function goodsMatching(db: ReadDb, matching: Matching): number[] {
  // Read from the index on and cut before they are sorted: one letter may begin half the shop.
  return numbers(
    statement(
      db,
      `WITH found AS MATERIALIZED (
         SELECT p.product_no, p.name, p.product_id FROM product_search f
           CROSS JOIN product p ON p.product_no = f.rowid
           CROSS JOIN maker m ON m.maker_id = p.maker_id
           CROSS JOIN category c ON c.category_id = p.category_id
         WHERE product_search MATCH @match AND p.active = 1 AND m.active = 1
           AND ${inCategory(matching.categoryId)}
         LIMIT @limit)
       SELECT product_no FROM found ORDER BY name, product_id`,
    )
      .pluck()
      .all(matching),
  );
}

/** Goods in the order of their numbers as given. */
export function goodsByNumbers(
  db: ReadDb,
  outletId: string,
  productNos: readonly number[],
): GoodsRow[] {
  return statement(
    db,
    `SELECT ${GOODS} FROM json_each(@productNos) j JOIN product p ON p.product_no = j.value ${JOINS}
     ORDER BY j.key`,
  ).all({ outletId, productNos: JSON.stringify(productNos) }) as GoodsRow[];
}

/** Whether any goods match. */
export function anyMatch(db: ReadDb, match: string): boolean {
  const sql = "SELECT 1 FROM product_search WHERE product_search MATCH ? LIMIT 1";
  return statement(db, sql).get(match) !== undefined;
}

/** The words in the goods' names, makers and codes that begin with a letter. */
export function indexedWords(db: ReadDb, first: string): string[] {
  return statement(db, "SELECT term FROM product_search_word WHERE term >= ? AND term < ?")
    .pluck()
    .all(first, `${first}\u{10ffff}`) as string[];
}

function numbers(rows: unknown[]): number[] {
  return rows as number[];
}
