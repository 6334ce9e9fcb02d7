import type { Migration } from "../migrate.ts";

/* The newest change of the till's key is looked up before each entry is signed. */
const KEY_CHANGE = `
CREATE INDEX journal_key_change ON journal (seq) WHERE kind = 'KEY_CHANGED';
`;

export const migration0021: Migration = {
  version: 21,
  up: (db) => {
    db.exec(KEY_CHANGE);
  },
};
