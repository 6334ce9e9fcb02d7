import type { Migration } from "../migrate.ts";

/* The staff card that is good for a person who works at the till. */
const APPROVALS = `
ALTER TABLE cashier ADD COLUMN card_serial INTEGER;
`;

export const migration0007: Migration = {
  version: 7,
  up: (db) => {
    db.exec(APPROVALS);
  },
};
