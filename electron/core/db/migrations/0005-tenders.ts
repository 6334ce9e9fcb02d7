import type { Migration } from "../migrate.ts";

/*
 * A QRIS code that is or was shown for a cart. It counts nowhere by itself: only a CONFIRMED one can
 * become a tender of a sale, and is USED then. `provider_ref` is null where the cashier looks into
 * the merchant's app. A tender's reference is free text of a bank: sealed, as all free text is.
 */
const TENDERS = `
CREATE TABLE qris_tender (
  qris_id TEXT PRIMARY KEY,
  cart_id TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 10000000),
  payload TEXT NOT NULL,
  provider_ref TEXT,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('OPEN', 'CONFIRMED', 'CANCELLED', 'USED')),
  confirmed_by TEXT CHECK (confirmed_by IN ('cashier', 'provider')),
  sale_id TEXT REFERENCES sale (sale_id),
  CHECK ((state IN ('CONFIRMED', 'USED')) <= (confirmed_by IS NOT NULL)),
  CHECK ((state = 'USED') = (sale_id IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX qris_tender_cart ON qris_tender (cart_id, qris_id)
  WHERE state IN ('OPEN', 'CONFIRMED');
ALTER TABLE tender ADD COLUMN reference_sealed BLOB;
`;

export const migration0005: Migration = {
  version: 5,
  up: (db) => {
    db.exec(TENDERS);
  },
};
