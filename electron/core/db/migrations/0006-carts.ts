import type { Migration } from "../migrate.ts";

/* Carts put aside, a note on the open one, and the products this till's cashiers marked. */
const CARTS = `
ALTER TABLE cart ADD COLUMN note_sealed BLOB;

-- A held cart is all that the open one was; it keeps its id, and with it its buyer.
CREATE TABLE held_cart (
  cart_id TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  private_sealed BLOB,
  note_sealed BLOB,
  held_at INTEGER NOT NULL,
  held_by TEXT NOT NULL REFERENCES cashier (cashier_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE favourite (
  product_id TEXT PRIMARY KEY,
  marked_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Counts the goods for sale of all makers and of each category without reading them.
CREATE INDEX product_for_sale ON product (category_id, maker_id) WHERE active = 1;

-- The words that product_search knows, for finding one that was meant.
CREATE VIRTUAL TABLE product_search_word USING fts5vocab(product_search, 'row');
`;

export const migration0006: Migration = {
  version: 6,
  up: (db) => {
    db.exec(CARTS);
  },
};
