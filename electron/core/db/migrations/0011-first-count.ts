import type { Migration } from "../migrate.ts";

/* What the first count of a shift's cash came to, once it turned out to differ: it outlives a crash. */
const FIRST_COUNT = `
ALTER TABLE shift ADD COLUMN first_counted INTEGER;
`;

export const migration0011: Migration = {
  version: 11,
  up: (db) => {
    db.exec(FIRST_COUNT);
  },
};
