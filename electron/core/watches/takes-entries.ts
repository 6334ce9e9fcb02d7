import { restoredFrom } from "../backup/restore.ts";
import type { ReadDb } from "../db/database.ts";
import { isTillClosed, journalHead } from "../db/stores/journal.ts";

/** Before its first entry, after its last, and once restored from a backup a till's journal takes nothing. */
export function takesEntries(db: ReadDb): boolean {
  return journalHead(db) !== null && !isTillClosed(db) && restoredFrom(db) === null;
}
