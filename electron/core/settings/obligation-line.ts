import type { ReadDb, WriteDb } from "../db/database.ts";
import { setSetting, setting } from "../db/stores/setting.ts";

const NAME = "obligation-line";

/**
 * Whether this till prints what a buyer's month still lacks. It shows the buyer's rank, so a till may
 * leave out what the centre's policy allows, never print what it does not.
 */
export function printsObligationLine(db: ReadDb): boolean {
  return setting(db, NAME) !== "0";
}

export function saveObligationLine(db: WriteDb, print: 0 | 1): void {
  setSetting(db, NAME, JSON.stringify(print));
}
