import type { Migration } from "../migrate.ts";

/*
 * The way back of an expired roster: while `refill_cursor` is set, the feed is pulled from there once
 * more, up to the cursor that sales are as of.
 */
const ROSTER = `
ALTER TABLE sync_state ADD COLUMN refill_cursor INTEGER;
`;

export const migration0009: Migration = {
  version: 9,
  up: (db) => {
    db.exec(ROSTER);
  },
};
