import type { Migration } from "../migrate.ts";

/*
 * The till's file. Instants are UTC milliseconds, money whole rupiah, booleans 0 or 1, ids UUIDv7 as
 * text. What came with the change feed keeps its `feed_seq` and has no foreign keys to other fed
 * tables: a snapshot may bring a product before its maker. `*_sealed` columns are AES-256-GCM under
 * the data key, which is not in this file.
 */
const IDENTITY = `
CREATE TABLE till (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  till_id TEXT NOT NULL,
  outlet_id TEXT NOT NULL,
  centre_url TEXT NOT NULL,
  root_public_key TEXT NOT NULL,
  sealed_regency_key TEXT NOT NULL,
  enrolled_at INTEGER NOT NULL
) STRICT;

CREATE TABLE enrolment (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  centre_url TEXT NOT NULL,
  lookup TEXT NOT NULL,
  root_prefix TEXT NOT NULL,
  proof TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('PENDING', 'REFUSED')),
  started_at INTEGER NOT NULL
) STRICT;

CREATE TABLE certificate (
  key_id TEXT PRIMARY KEY,
  from_seq INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE centre_key (
  key_id TEXT PRIMARY KEY,
  public_key TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  issuer_signature TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

const JOURNAL = `
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY CHECK (seq >= 1),
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  signature TEXT NOT NULL,
  receipt_signature TEXT,
  body TEXT NOT NULL,
  private_sealed BLOB
) STRICT;
-- Entries written while the signing key could not be used and not vouched for yet.
CREATE TABLE unsigned_range (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  from_seq INTEGER NOT NULL
) STRICT;

CREATE TABLE counter (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  receipt INTEGER NOT NULL,
  turnover INTEGER NOT NULL,
  reversals INTEGER NOT NULL,
  opened_period TEXT
) STRICT;
INSERT INTO counter (one, receipt, turnover, reversals, opened_period) VALUES (1, 0, 0, 0, NULL);

CREATE TABLE sync_state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  acknowledged_seq INTEGER NOT NULL,
  feed_cursor INTEGER NOT NULL,
  last_success_at INTEGER,
  last_pull_at INTEGER,
  -- FORK, CORRUPT or another code that only a person can clear
  stop_code TEXT,
  -- the centre's time minus the wall clock's when they were last compared
  clock_offset_ms INTEGER
) STRICT;
INSERT INTO sync_state (one, acknowledged_seq, feed_cursor, last_success_at, last_pull_at, stop_code, clock_offset_ms)
  VALUES (1, 0, 0, NULL, NULL, NULL, NULL);

CREATE TABLE countersigned_head (
  seq INTEGER PRIMARY KEY,
  hash TEXT NOT NULL,
  centre_key_id TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  signature TEXT NOT NULL
) STRICT;

CREATE TABLE quarantine (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  hash TEXT NOT NULL,
  code TEXT NOT NULL
) STRICT;

CREATE TABLE command (
  command_id TEXT PRIMARY KEY,
  procedure TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  result TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

const FEED = `
CREATE TABLE outlet (
  outlet_id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  feed_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE category (
  category_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  picture_key TEXT NOT NULL,
  may_count INTEGER NOT NULL CHECK (may_count IN (0, 1)),
  sort INTEGER NOT NULL,
  feed_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE maker (
  maker_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kecamatan TEXT NOT NULL,
  nib TEXT,
  pirt TEXT,
  halal TEXT,
  verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
  of_regency INTEGER NOT NULL CHECK (of_regency IN (0, 1)),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  feed_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- product_no is only the row of product_search; everything else names a product by product_id.
CREATE TABLE product (
  product_no INTEGER PRIMARY KEY,
  product_id TEXT NOT NULL UNIQUE,
  sku TEXT NOT NULL,
  barcode TEXT,
  name TEXT NOT NULL,
  maker_id TEXT NOT NULL,
  category_id TEXT NOT NULL,
  unit_price INTEGER NOT NULL CHECK (unit_price >= 0),
  share_bp INTEGER NOT NULL CHECK (share_bp BETWEEN 0 AND 10000),
  picture_key TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  feed_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX product_barcode ON product (barcode) WHERE barcode IS NOT NULL;
CREATE INDEX product_sku ON product (sku);
CREATE INDEX product_maker ON product (maker_id);
CREATE INDEX product_name ON product (name, product_id);
CREATE INDEX product_category ON product (category_id, name, product_id);

CREATE VIRTUAL TABLE product_search USING fts5 (
  name, maker, sku, barcode,
  content = '', contentless_delete = 1, prefix = '1 2 3',
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER product_search_insert AFTER INSERT ON product BEGIN
  INSERT INTO product_search (rowid, name, maker, sku, barcode) VALUES (
    new.product_no, new.name,
    coalesce((SELECT name FROM maker WHERE maker_id = new.maker_id), ''),
    new.sku, coalesce(new.barcode, ''));
END;
CREATE TRIGGER product_search_update AFTER UPDATE OF name, maker_id, sku, barcode ON product BEGIN
  DELETE FROM product_search WHERE rowid = old.product_no;
  INSERT INTO product_search (rowid, name, maker, sku, barcode) VALUES (
    new.product_no, new.name,
    coalesce((SELECT name FROM maker WHERE maker_id = new.maker_id), ''),
    new.sku, coalesce(new.barcode, ''));
END;
CREATE TRIGGER product_search_delete AFTER DELETE ON product BEGIN
  DELETE FROM product_search WHERE rowid = old.product_no;
END;
CREATE TRIGGER product_search_maker_insert AFTER INSERT ON maker BEGIN
  DELETE FROM product_search
    WHERE rowid IN (SELECT product_no FROM product WHERE maker_id = new.maker_id);
  INSERT INTO product_search (rowid, name, maker, sku, barcode)
    SELECT product_no, name, new.name, sku, coalesce(barcode, '')
    FROM product WHERE maker_id = new.maker_id;
END;
CREATE TRIGGER product_search_maker_update AFTER UPDATE OF name ON maker
WHEN old.name <> new.name BEGIN
  DELETE FROM product_search
    WHERE rowid IN (SELECT product_no FROM product WHERE maker_id = new.maker_id);
  INSERT INTO product_search (rowid, name, maker, sku, barcode)
    SELECT product_no, name, new.name, sku, coalesce(barcode, '')
    FROM product WHERE maker_id = new.maker_id;
END;

-- qty is what the centre last set (in feed_seq) plus this till's own movements since.
CREATE TABLE stock (
  product_id TEXT NOT NULL,
  outlet_id TEXT NOT NULL,
  qty INTEGER NOT NULL,
  feed_seq INTEGER NOT NULL,
  PRIMARY KEY (product_id, outlet_id)
) STRICT, WITHOUT ROWID;

-- identity_sealed: {nip, name, unitName, officeName}; null once the roster expired.
CREATE TABLE person (
  person_id TEXT PRIMARY KEY,
  nip_lookup BLOB NOT NULL,
  identity_sealed BLOB,
  terms TEXT NOT NULL,
  exemptions TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  feed_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX person_nip_lookup ON person (nip_lookup);

CREATE TABLE card (
  serial INTEGER PRIMARY KEY,
  person_id TEXT NOT NULL,
  revoked INTEGER NOT NULL CHECK (revoked IN (0, 1)),
  feed_seq INTEGER NOT NULL
) STRICT;

CREATE TABLE card_key (
  card_key_id INTEGER PRIMARY KEY,
  public_key TEXT NOT NULL,
  feed_seq INTEGER NOT NULL
) STRICT;

-- pin_hmac: HMAC-SHA-256(deviceSecret, scrypt(PIN, salt)).
CREATE TABLE cashier (
  cashier_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('CASHIER', 'SUPERVISOR')),
  salt TEXT NOT NULL,
  pin_hmac BLOB NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  feed_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pin_lock (
  cashier_id TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  locks INTEGER NOT NULL,
  locked_until INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE policy (
  valid_from TEXT PRIMARY KEY,
  obligations TEXT NOT NULL,
  cash_rounding INTEGER NOT NULL,
  print_obligation_line INTEGER NOT NULL CHECK (print_obligation_line IN (0, 1)),
  return_rule TEXT NOT NULL,
  feed_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE month_total (
  person_id TEXT NOT NULL,
  period TEXT NOT NULL,
  counted INTEGER NOT NULL,
  as_of INTEGER NOT NULL,
  feed_seq INTEGER NOT NULL,
  PRIMARY KEY (person_id, period)
) STRICT, WITHOUT ROWID;
`;

const SELLING = `
CREATE TABLE shift (
  shift_id TEXT PRIMARY KEY,
  opened_seq INTEGER NOT NULL REFERENCES journal (seq),
  opened_at INTEGER NOT NULL,
  opened_by TEXT NOT NULL REFERENCES cashier (cashier_id),
  float INTEGER NOT NULL CHECK (float >= 0),
  closed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX shift_open ON shift (closed_at IS NULL) WHERE closed_at IS NULL;

-- The open cart: one row, so that every window and a restarted core see the same.
CREATE TABLE cart (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  cart_id TEXT NOT NULL,
  -- the feed cursor that what counts in the lines is as of
  feed_seq INTEGER NOT NULL,
  body TEXT NOT NULL,
  previous_body TEXT,
  private_sealed BLOB
) STRICT;

CREATE TABLE sale (
  sale_id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL UNIQUE REFERENCES journal (seq),
  number TEXT NOT NULL UNIQUE,
  command_id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  period TEXT NOT NULL,
  shift_id TEXT NOT NULL REFERENCES shift (shift_id),
  cashier_id TEXT NOT NULL REFERENCES cashier (cashier_id),
  buyer_kind TEXT NOT NULL CHECK (buyer_kind IN ('ASN', 'PUBLIC', 'INSTITUTION')),
  person_id TEXT,
  assurance TEXT CHECK (assurance IN ('SIGNED_CARD', 'ENROLLED_QR', 'NIP_QR', 'TYPED_NIP')),
  card_serial INTEGER,
  proxy INTEGER NOT NULL CHECK (proxy IN (0, 1)),
  match TEXT NOT NULL CHECK (match IN ('MATCHED', 'PENDING', 'NONE')),
  total INTEGER NOT NULL CHECK (total >= 0),
  counted INTEGER NOT NULL CHECK (counted BETWEEN 0 AND total),
  change INTEGER NOT NULL CHECK (change >= 0),
  -- what the buyer was told to have counted this month, this sale included
  month_counted INTEGER,
  month_as_of INTEGER,
  copies INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX sale_person_period ON sale (person_id, period, seq) WHERE person_id IS NOT NULL;

-- Names stand here as they were sold; the journal holds ids only.
CREATE TABLE sale_line (
  sale_id TEXT NOT NULL REFERENCES sale (sale_id),
  no INTEGER NOT NULL CHECK (no >= 1),
  product_id TEXT NOT NULL REFERENCES product (product_id),
  maker_id TEXT NOT NULL REFERENCES maker (maker_id),
  product_name TEXT NOT NULL,
  maker_name TEXT NOT NULL,
  qty INTEGER NOT NULL CHECK (qty BETWEEN 1 AND 9999),
  unit_price INTEGER NOT NULL CHECK (unit_price BETWEEN 0 AND 1000000000),
  line_discount INTEGER NOT NULL CHECK (line_discount >= 0),
  sale_discount INTEGER NOT NULL CHECK (sale_discount >= 0),
  net INTEGER NOT NULL CHECK (net >= 0),
  may_count INTEGER NOT NULL CHECK (may_count IN (0, 1)),
  share_bp INTEGER NOT NULL,
  PRIMARY KEY (sale_id, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE tender (
  sale_id TEXT NOT NULL REFERENCES sale (sale_id),
  no INTEGER NOT NULL CHECK (no >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('CASH', 'QRIS', 'TRANSFER', 'CARD')),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  confirmed_by TEXT CHECK (confirmed_by IN ('cashier', 'provider')),
  PRIMARY KEY (sale_id, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE stock_movement (
  seq INTEGER NOT NULL REFERENCES journal (seq),
  no INTEGER NOT NULL,
  product_id TEXT NOT NULL REFERENCES product (product_id),
  qty INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('SALE')),
  PRIMARY KEY (seq, no)
) STRICT, WITHOUT ROWID;

-- What is printed is built from the sale at the moment of printing.
CREATE TABLE print_job (
  job_id TEXT PRIMARY KEY,
  sale_id TEXT NOT NULL REFERENCES sale (sale_id),
  copy INTEGER NOT NULL CHECK (copy >= 0),
  outcome TEXT NOT NULL CHECK (outcome IN ('WAITING', 'PRINTING', 'PRINTED', 'SENT', 'FAILED')),
  error_code TEXT,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- One for each: a partial index serves a query only when it names that very outcome.
CREATE INDEX print_job_waiting ON print_job (job_id) WHERE outcome = 'WAITING';
CREATE INDEX print_job_printing ON print_job (job_id) WHERE outcome = 'PRINTING';
CREATE INDEX print_job_failed ON print_job (job_id) WHERE outcome = 'FAILED';
CREATE INDEX print_job_sale ON print_job (sale_id, copy);

-- Of a refused scan only this is kept.
CREATE TABLE scan_refusal (
  date TEXT NOT NULL,
  code TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (date, code)
) STRICT, WITHOUT ROWID;
`;

export const migration0001: Migration = {
  version: 1,
  up: (db) => {
    db.exec(IDENTITY);
    db.exec(JOURNAL);
    db.exec(FEED);
    db.exec(SELLING);
  },
};
