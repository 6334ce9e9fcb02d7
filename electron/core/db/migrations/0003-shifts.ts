import type { Migration } from "../migrate.ts";

/*
 * A shift's end. `body` of a report is the JSON it was shown and printed from and never changes: a
 * closed shift is read back as it was.
 */
const SHIFTS = `
ALTER TABLE shift ADD COLUMN countings INTEGER NOT NULL DEFAULT 0;
ALTER TABLE counter ADD COLUMN z_number INTEGER NOT NULL DEFAULT 0;

CREATE TABLE shift_report (
  report_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('X', 'Z')),
  shift_id TEXT NOT NULL REFERENCES shift (shift_id),
  z_number INTEGER UNIQUE,
  at INTEGER NOT NULL,
  body TEXT NOT NULL,
  CHECK ((kind = 'Z') = (z_number IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX shift_report_z ON shift_report (shift_id) WHERE kind = 'Z';

CREATE TRIGGER shift_report_kept
BEFORE UPDATE ON shift_report
BEGIN SELECT raise(ABORT, 'a shift report never changes'); END;
CREATE TRIGGER shift_report_stays BEFORE DELETE ON shift_report
BEGIN SELECT raise(ABORT, 'a shift report is never deleted'); END;
CREATE TRIGGER shift_stays_closed BEFORE UPDATE ON shift WHEN old.closed_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a closed shift never changes'); END;
`;

export const migration0003: Migration = {
  version: 3,
  up: (db) => db.exec(SHIFTS),
};
