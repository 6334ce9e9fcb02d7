import { FAVOURITES } from "../../../../shared/contract/favourites.ts";
import { type ReadDb, statement, type WriteDb } from "../database.ts";

/** A product with what a sale needs of its maker, its category and this outlet's shelf. */
export type GoodsRow = {
  productId: string;
  sku: string;
  barcode: string | null;
  name: string;
  makerId: string;
  makerName: string;
  categoryId: string;
  unitPrice: number;
  shareBp: number;
  pictureKey: string;
  active: 0 | 1;
  stock: number;
  /** marked at this till */
  favourite: 0 | 1;
  makerVerified: 0 | 1;
  makerOfRegency: 0 | 1;
  categoryMayCount: 0 | 1;
};

export const GOODS = `p.product_id AS productId, p.sku, p.barcode, p.name, p.maker_id AS makerId,
  m.name AS makerName, p.category_id AS categoryId, p.unit_price AS unitPrice,
  p.share_bp AS shareBp, p.picture_key AS pictureKey, min(p.active, m.active) AS active,
  coalesce(s.qty, 0) AS stock, m.verified AS makerVerified, m.of_regency AS makerOfRegency,
  c.may_count AS categoryMayCount,
  EXISTS (SELECT 1 FROM favourite v WHERE v.product_id = p.product_id) AS favourite`;
export const JOINS = `JOIN maker m ON m.maker_id = p.maker_id
  JOIN category c ON c.category_id = p.category_id
  LEFT JOIN stock s ON s.product_id = p.product_id AND s.outlet_id = @outletId`;

export function goodsById(db: ReadDb, outletId: string, productId: string): GoodsRow | null {
  const row = statement(
    db,
    `SELECT ${GOODS} FROM product p ${JOINS} WHERE p.product_id = @productId`,
  ).get({ outletId, productId });
  return (row as GoodsRow | undefined) ?? null;
}

/** What a product is called, null where it is not known any more. */
export function productName(db: ReadDb, productId: string): string | null {
  const row = statement(db, "SELECT name FROM product WHERE product_id = ?").get(productId);
  return (row as { name: string } | undefined)?.name ?? null;
}

/** What a line's goods and their maker are called now; empty where they are not known any more. */
export function soldNamesNow(
  db: ReadDb,
  line: { readonly productId: string; readonly makerId: string },
): { readonly name: string; readonly makerName: string } {
  return statement(
    db,
    `SELECT coalesce((SELECT name FROM product WHERE product_id = @productId), '') AS name,
       coalesce((SELECT name FROM maker WHERE maker_id = @makerId), '') AS makerName`,
  ).get({ productId: line.productId, makerId: line.makerId }) as {
    name: string;
    makerName: string;
  };
}

/** Pieces of a product on this outlet's shelf; may be below zero. */
export function stockOf(db: ReadDb, outletId: string, productId: string): number {
  const row = statement(db, "SELECT qty FROM stock WHERE product_id = ? AND outlet_id = ?").get(
    productId,
    outletId,
  );
  return (row as { qty: number } | undefined)?.qty ?? 0;
}

/** The product of a scanned code: its barcode, else its SKU. Goods for sale come first. */
export function goodsByCode(db: ReadDb, outletId: string, code: string): GoodsRow | null {
  const row = statement(
    db,
    `SELECT ${GOODS} FROM product p ${JOINS}
     WHERE p.product_no IN (SELECT product_no FROM product WHERE barcode = @code
       UNION SELECT product_no FROM product WHERE sku = @code)
     ORDER BY min(p.active, m.active) DESC, p.barcode = @code DESC, p.feed_seq DESC LIMIT 1`,
  ).get({ outletId, code });
  return (row as GoodsRow | undefined) ?? null;
}

export type GoodsFilter = {
  outletId: string;
  categoryId: string | null;
  limit: number;
  offset: number;
};

/** Goods for sale by name. */
export function findGoods(db: ReadDb, filter: GoodsFilter): GoodsRow[] {
  return statement(
    db,
    `SELECT ${GOODS} FROM product p ${JOINS}
     WHERE p.active = 1 AND m.active = 1 AND ${inCategory(filter.categoryId)}
     ORDER BY p.name, p.product_id LIMIT @limit OFFSET @offset`,
  ).all(filter) as GoodsRow[];
}

const FOR_SALE = `(SELECT category_id, maker_id, count(*) AS n FROM product p
    WHERE active = 1 AND {condition} GROUP BY category_id, maker_id) g
  JOIN maker m ON m.maker_id = g.maker_id AND m.active = 1
  JOIN category c ON c.category_id = g.category_id`;

/** How many goods for sale there are in all, in a category, or marked at this till. */
export function countGoods(db: ReadDb, categoryId: string | null): number {
  const sql = `SELECT coalesce(sum(g.n), 0) AS n
     FROM ${FOR_SALE.replace("{condition}", inCategory(categoryId))}`;
  return (statement(db, sql).get({ categoryId }) as { n: number }).n;
}

/** The condition that keeps to a category, or to what this till's cashiers marked. */
export function inCategory(categoryId: string | null): string {
  if (categoryId === null) return "@categoryId IS NULL";
  return categoryId === FAVOURITES
    ? "@categoryId IS NOT NULL AND p.product_id IN (SELECT product_id FROM favourite)"
    : "p.category_id = @categoryId";
}

/** Categories that have goods for sale, in the centre's order. */
export function categories(
  db: ReadDb,
): { categoryId: string; name: string; pictureKey: string; products: number }[] {
  return statement(
    db,
    `SELECT c.category_id AS categoryId, c.name, c.picture_key AS pictureKey,
       sum(g.n) AS products
     FROM ${FOR_SALE.replace("{condition}", "1")}
     GROUP BY c.category_id ORDER BY c.sort, c.name`,
  ).all() as { categoryId: string; name: string; pictureKey: string; products: number }[];
}

export function productCount(db: ReadDb): number {
  const row = statement(db, "SELECT count(*) AS n FROM product WHERE active = 1").get();
  return (row as { n: number }).n;
}

export type MovementRow = { seq: number; no: number; productId: string; qty: number };

/** Books goods that left the shelf with a sale, and what is left of them. */
export function moveStock(db: WriteDb, outletId: string, movement: MovementRow): void {
  statement(
    db,
    `INSERT INTO stock_movement (seq, no, product_id, qty, reason)
     VALUES (@seq, @no, @productId, @qty, 'SALE')`,
  ).run(movement);
  statement(
    db,
    `INSERT INTO stock (product_id, outlet_id, qty, feed_seq) VALUES (?, ?, ?, 0)
     ON CONFLICT (product_id, outlet_id) DO UPDATE SET qty = qty + excluded.qty`,
  ).run(movement.productId, outletId, movement.qty);
}
