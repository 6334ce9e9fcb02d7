import type { Migration } from "../migrate.ts";

/* What is out now, and since when: an outage that outlives the program is journalled all the same. */
const OUTAGE = `
CREATE TABLE outage (
  what TEXT PRIMARY KEY,
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

export const migration0014: Migration = {
  version: 14,
  up: (db) => {
    db.exec(OUTAGE);
  },
};
