import type { Migration } from "../migrate.ts";

/*
 * What was sold by the tills this one goes on from: read only, apart from its own journal, and
 * nothing of its own refers to it. Entries come the newest first; `next_seq` is the one that is to
 * come (0: all are here) and `next_hash` what it must hash to, by the entry after it or by the head
 * that vouches for the chain. Both are null until that head is known.
 */
const FORMER = `
CREATE TABLE former_till (
  till_id TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('FILE', 'CENTRE')),
  next_seq INTEGER,
  next_hash TEXT,
  -- entries without a signature from here on are vouched for
  vouched_from INTEGER,
  -- refused: what is wrong, at which entry
  fault_code TEXT,
  fault_seq INTEGER,
  PRIMARY KEY (till_id, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE former_entry (
  till_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('SALE', 'VOID', 'RETURN')),
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  signature TEXT NOT NULL,
  receipt_signature TEXT,
  body TEXT NOT NULL,
  PRIMARY KEY (till_id, seq, hash)
) STRICT;

CREATE TABLE former_sale (
  sale_id TEXT PRIMARY KEY,
  till_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  number TEXT NOT NULL,
  at INTEGER NOT NULL,
  total INTEGER NOT NULL,
  pieces INTEGER NOT NULL,
  buyer_kind TEXT NOT NULL,
  person_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX former_sale_number ON former_sale (number);
CREATE INDEX former_sale_at ON former_sale (at);
CREATE INDEX former_sale_total ON former_sale (total);
CREATE INDEX former_sale_person ON former_sale (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX former_sale_counter
  ON former_sale (CAST(substr(number, instr(number, '-') + 11) AS INTEGER));

CREATE TABLE former_line (
  product_id TEXT NOT NULL,
  sale_id TEXT NOT NULL,
  PRIMARY KEY (product_id, sale_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE former_reversal (
  sale_id TEXT NOT NULL,
  till_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('VOID', 'RETURN')),
  number TEXT,
  pieces INTEGER NOT NULL,
  PRIMARY KEY (sale_id, till_id, seq, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX former_reversal_number ON former_reversal (number) WHERE number IS NOT NULL;
`;

export const migration0020: Migration = {
  version: 20,
  up: (db) => {
    db.exec(FORMER);
  },
};
