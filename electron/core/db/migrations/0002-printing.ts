import type { Migration } from "../migrate.ts";

/*
 * Several printers, and jobs of any document. A printer's `setup` is the JSON of what it takes to
 * reach and drive it; what it is for and whether it comes first is what queries ask. A job without
 * `printer_id` belongs to the main receipt printer of the moment it is printed.
 */
const PRINTERS = `
CREATE TABLE printer (
  printer_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('RECEIPT', 'LABEL')),
  main INTEGER NOT NULL CHECK (main IN (0, 1)),
  setup TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX printer_main ON printer (role) WHERE main = 1;

-- The one printer of before becomes the main receipt printer.
INSERT INTO printer (printer_id, name, role, main, setup)
  SELECT '00000000-0000-7000-8000-000000000001', 'Printer struk', 'RECEIPT', 1, json_object(
    'transport', json_object('kind', 'TCP', 'host', value ->> 'host', 'port', value ->> 'port'),
    'columns', value ->> 'columns',
    'cutter', json(iif(value ->> 'cutter', 'true', 'false')),
    'drawer', CASE WHEN value ->> 'drawer' THEN json_object('pin', 2, 'onMs', 50, 'offMs', 500) END,
    'confirms', json(iif(value ->> 'confirms', 'true', 'false')),
    'status', json(iif(value ->> 'status', 'true', 'false')),
    'deadlineMs', value ->> 'deadlineMs')
  FROM setting WHERE name = 'printer';
DELETE FROM setting WHERE name = 'printer';
`;

const JOBS = `
-- What is printed is built from the document at the moment of printing; copy 0 is the first print.
CREATE TABLE print_job_of_document (
  job_id TEXT PRIMARY KEY,
  document_kind TEXT NOT NULL,
  document_ref TEXT NOT NULL,
  copy INTEGER NOT NULL CHECK (copy >= 0),
  printer_id TEXT REFERENCES printer (printer_id) ON DELETE SET NULL,
  outcome TEXT NOT NULL
    CHECK (outcome IN ('WAITING', 'PRINTING', 'PRINTED', 'SENT', 'FAILED', 'SKIPPED')),
  error_code TEXT,
  skipped_by TEXT REFERENCES cashier (cashier_id),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO print_job_of_document (job_id, document_kind, document_ref, copy, printer_id, outcome,
    error_code, skipped_by, created_at, changed_at)
  SELECT job_id, 'SALE', sale_id, copy, NULL, outcome, error_code, NULL, created_at, changed_at
  FROM print_job;
DROP TABLE print_job;
ALTER TABLE print_job_of_document RENAME TO print_job;
-- One for each: a partial index serves a query only when it names that very outcome.
CREATE INDEX print_job_waiting ON print_job (job_id) WHERE outcome = 'WAITING';
CREATE INDEX print_job_printing ON print_job (job_id) WHERE outcome = 'PRINTING';
CREATE INDEX print_job_failed ON print_job (job_id) WHERE outcome = 'FAILED';
CREATE INDEX print_job_document ON print_job (document_ref, document_kind, copy);
CREATE INDEX print_job_printer ON print_job (printer_id) WHERE printer_id IS NOT NULL;
`;

export const migration0002: Migration = {
  version: 2,
  up: (db) => {
    db.exec(PRINTERS);
    db.exec(JOBS);
  },
};
