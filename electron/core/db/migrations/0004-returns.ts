import type { Migration } from "../migrate.ts";

/*
 * What happens after a sale. A reversal is a VOID (the whole sale, no number of its own) or a RETURN
 * (some pieces, with a number); the buyer and month of its sale stand in it too, so that a month is
 * added up without joining. Goods that came back to the shelf have a table of their own beside
 * stock_movement, which knows sales only.
 */
const REVERSALS = `
CREATE TABLE reversal (
  reversal_id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL UNIQUE REFERENCES journal (seq),
  kind TEXT NOT NULL CHECK (kind IN ('VOID', 'RETURN')),
  sale_id TEXT NOT NULL REFERENCES sale (sale_id),
  sale_seq INTEGER NOT NULL REFERENCES journal (seq),
  sale_period TEXT NOT NULL,
  person_id TEXT,
  number TEXT UNIQUE,
  at INTEGER NOT NULL,
  period TEXT NOT NULL,
  shift_id TEXT NOT NULL REFERENCES shift (shift_id),
  cashier_id TEXT NOT NULL REFERENCES cashier (cashier_id),
  approver_id TEXT REFERENCES cashier (cashier_id),
  reason TEXT NOT NULL,
  alone INTEGER NOT NULL CHECK (alone IN (0, 1)),
  total INTEGER NOT NULL CHECK (total >= 0),
  counted INTEGER NOT NULL CHECK (counted BETWEEN 0 AND total),
  -- what the buyer was told to have counted in the sale's month, this reversal taken off
  month_counted INTEGER,
  month_as_of INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX reversal_sale ON reversal (sale_id);
CREATE UNIQUE INDEX reversal_void ON reversal (sale_id) WHERE kind = 'VOID';
CREATE INDEX reversal_shift ON reversal (shift_id);
CREATE INDEX reversal_person_period ON reversal (person_id, sale_period, seq)
  WHERE person_id IS NOT NULL;

CREATE TABLE reversal_line (
  reversal_id TEXT NOT NULL REFERENCES reversal (reversal_id),
  no INTEGER NOT NULL CHECK (no >= 1),
  original_no INTEGER NOT NULL CHECK (original_no >= 1),
  qty INTEGER NOT NULL CHECK (qty BETWEEN 1 AND 9999),
  refund INTEGER NOT NULL CHECK (refund >= 0),
  condition TEXT NOT NULL CHECK (condition IN ('BAIK', 'RUSAK', 'KEDALUWARSA')),
  PRIMARY KEY (reversal_id, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE refund (
  reversal_id TEXT NOT NULL REFERENCES reversal (reversal_id),
  no INTEGER NOT NULL CHECK (no >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('CASH', 'QRIS', 'TRANSFER', 'CARD')),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (reversal_id, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE stock_back (
  seq INTEGER NOT NULL REFERENCES journal (seq),
  no INTEGER NOT NULL,
  product_id TEXT NOT NULL REFERENCES product (product_id),
  qty INTEGER NOT NULL CHECK (qty >= 1),
  PRIMARY KEY (seq, no)
) STRICT, WITHOUT ROWID;
`;

/*
 * The history is paged by sale_id, which every index of a WITHOUT ROWID table ends in. The number's
 * counter is its last part: the outlet's code, then "-NN-YYMMDD-".
 */
const HISTORY = `
CREATE INDEX sale_at ON sale (at);
CREATE INDEX sale_total ON sale (total);
CREATE INDEX sale_person ON sale (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX sale_counter ON sale (CAST(substr(number, instr(number, '-') + 11) AS INTEGER));
CREATE INDEX sale_line_product ON sale_line (product_id, sale_id);
`;

export const migration0004: Migration = {
  version: 4,
  up: (db) => {
    db.exec(REVERSALS);
    db.exec(HISTORY);
  },
};
