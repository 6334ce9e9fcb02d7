import type { Migration } from "../migrate.ts";

/*
 * While the one row of `training` is there, what is sold is only to learn: `cart` holds the training
 * cart, and here waits the real one. `training_sale` finds a training sale's entry again.
 */
const TRAINING = `
CREATE TABLE training (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  since INTEGER NOT NULL,
  -- the newest entry before it began
  after_seq INTEGER NOT NULL,
  cart_id TEXT NOT NULL,
  feed_seq INTEGER NOT NULL,
  body TEXT NOT NULL,
  previous_body TEXT,
  private_sealed BLOB,
  note_sealed BLOB
) STRICT;

CREATE TABLE training_sale (
  training_id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL UNIQUE REFERENCES journal (seq),
  command_id TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;
`;

export const migration0012: Migration = {
  version: 12,
  up: (db) => {
    db.exec(TRAINING);
  },
};
