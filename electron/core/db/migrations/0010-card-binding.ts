import type { Migration } from "../migrate.ts";

/*
 * Whose a foreign card's code is. Of the code only the HMAC under the regency's key is here, and that
 * key is not in this file. `feed_seq` 0: bound at this till, and the centre has not said anything yet.
 */
const CARD_BINDING = `
CREATE TABLE card_binding (
  hash TEXT PRIMARY KEY,
  person_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('PENDING', 'APPROVED', 'WITHDRAWN')),
  feed_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

export const migration0010: Migration = {
  version: 10,
  up: (db) => {
    db.exec(CARD_BINDING);
  },
};
