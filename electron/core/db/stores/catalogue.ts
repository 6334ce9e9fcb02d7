import { statement, type WriteDb } from "../database.ts";

/*
 * What the change feed writes of outlets, categories, makers, products and stock. A row never goes
 * back to an older `feedSeq`.
 */

export type OutletRow = {
  outletId: string;
  code: string;
  name: string;
  address: string;
  feedSeq: number;
};

export function upsertOutlet(db: WriteDb, row: OutletRow): void {
  statement(
    db,
    `INSERT INTO outlet (outlet_id, code, name, address, feed_seq)
     VALUES (@outletId, @code, @name, @address, @feedSeq)
     ON CONFLICT (outlet_id) DO UPDATE SET code = excluded.code, name = excluded.name,
       address = excluded.address, feed_seq = excluded.feed_seq
     WHERE excluded.feed_seq > outlet.feed_seq`,
  ).run(row);
}

export type CategoryRow = {
  categoryId: string;
  name: string;
  pictureKey: string;
  mayCount: 0 | 1;
  sort: number;
  feedSeq: number;
};

export function upsertCategory(db: WriteDb, row: CategoryRow): void {
  statement(
    db,
    `INSERT INTO category (category_id, name, picture_key, may_count, sort, feed_seq)
     VALUES (@categoryId, @name, @pictureKey, @mayCount, @sort, @feedSeq)
     ON CONFLICT (category_id) DO UPDATE SET name = excluded.name,
       picture_key = excluded.picture_key, may_count = excluded.may_count, sort = excluded.sort,
       feed_seq = excluded.feed_seq
     WHERE excluded.feed_seq > category.feed_seq`,
  ).run(row);
}

export type MakerRow = {
  makerId: string;
  name: string;
  kecamatan: string;
  nib: string | null;
  pirt: string | null;
  halal: string | null;
  verified: 0 | 1;
  ofRegency: 0 | 1;
  active: 0 | 1;
  feedSeq: number;
};

export function upsertMaker(db: WriteDb, row: MakerRow): void {
  statement(
    db,
    `INSERT INTO maker
       (maker_id, name, kecamatan, nib, pirt, halal, verified, of_regency, active, feed_seq)
     VALUES
       (@makerId, @name, @kecamatan, @nib, @pirt, @halal, @verified, @ofRegency, @active, @feedSeq)
     ON CONFLICT (maker_id) DO UPDATE SET name = excluded.name, kecamatan = excluded.kecamatan,
       nib = excluded.nib, pirt = excluded.pirt, halal = excluded.halal,
       verified = excluded.verified, of_regency = excluded.of_regency, active = excluded.active,
       feed_seq = excluded.feed_seq
     WHERE excluded.feed_seq > maker.feed_seq`,
  ).run(row);
}

export type ProductRow = {
  productId: string;
  sku: string;
  barcode: string | null;
  name: string;
  makerId: string;
  categoryId: string;
  unitPrice: number;
  shareBp: number;
  pictureKey: string;
  active: 0 | 1;
  feedSeq: number;
};

export function upsertProduct(db: WriteDb, row: ProductRow): void {
  statement(
    db,
    `INSERT INTO product (product_id, sku, barcode, name, maker_id, category_id, unit_price,
       share_bp, picture_key, active, feed_seq)
     VALUES (@productId, @sku, @barcode, @name, @makerId, @categoryId, @unitPrice,
       @shareBp, @pictureKey, @active, @feedSeq)
     ON CONFLICT (product_id) DO UPDATE SET sku = excluded.sku, barcode = excluded.barcode,
       name = excluded.name, maker_id = excluded.maker_id, category_id = excluded.category_id,
       unit_price = excluded.unit_price, share_bp = excluded.share_bp,
       picture_key = excluded.picture_key, active = excluded.active, feed_seq = excluded.feed_seq
     WHERE excluded.feed_seq > product.feed_seq`,
  ).run(row);
}

export type StockRow = { productId: string; outletId: string; qty: number; feedSeq: number };

/** The centre's count replaces the till's own only when it is a newer one than the till has seen. */
export function upsertStock(db: WriteDb, row: StockRow): void {
  statement(
    db,
    `INSERT INTO stock (product_id, outlet_id, qty, feed_seq)
     VALUES (@productId, @outletId, @qty, @feedSeq)
     ON CONFLICT (product_id, outlet_id) DO UPDATE SET qty = excluded.qty,
       feed_seq = excluded.feed_seq
     WHERE excluded.feed_seq > stock.feed_seq`,
  ).run(row);
}
