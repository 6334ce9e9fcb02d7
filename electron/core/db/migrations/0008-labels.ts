import type { Migration } from "../migrate.ts";

/* Labels asked for: what a print job of kind LABEL tells of. */
const LABELS = `
CREATE TABLE label_run (
  run_id TEXT PRIMARY KEY,
  product_id TEXT NOT NULL,
  qty INTEGER NOT NULL CHECK (qty > 0),
  asked_by TEXT NOT NULL REFERENCES cashier (cashier_id),
  asked_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

export const migration0008: Migration = {
  version: 8,
  up: (db) => {
    db.exec(LABELS);
  },
};
