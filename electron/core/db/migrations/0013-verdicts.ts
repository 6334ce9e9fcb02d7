import type { Migration } from "../migrate.ts";

/* What the centre decided of an entry it kept aside, and why; null while it still waits there. */
const VERDICTS = `
ALTER TABLE quarantine ADD COLUMN decision TEXT;
ALTER TABLE quarantine ADD COLUMN reason TEXT;
ALTER TABLE quarantine ADD COLUMN decided_at INTEGER;
`;

export const migration0013: Migration = {
  version: 13,
  up: (db) => {
    db.exec(VERDICTS);
  },
};
