import { KeyChangedBody } from "../../../../shared/contract/till-bodies.ts";
import { type ReadDb, statement } from "../database.ts";
import type { JournalRow } from "./journal.ts";

const KEY_CHANGES = "FROM journal WHERE kind = 'KEY_CHANGED' ORDER BY seq DESC";

/** The newest entries by which the till changed its key, the oldest of them first; below 0: all. */
export function keyChanges(
  db: ReadDb,
  limit: number,
): Pick<JournalRow, "seq" | "prevHash" | "body" | "signature">[] {
  const rows = statement(
    db,
    `SELECT seq, prev_hash AS prevHash, body, signature ${KEY_CHANGES} LIMIT ?`,
  ).all(limit) as Pick<JournalRow, "seq" | "prevHash" | "body" | "signature">[];
  return rows.reverse();
}

/** The key that signs the next entry, by its id; null before there is a till. */
export function signingKeyId(db: ReadDb): string | null {
  const changed = statement(db, `SELECT body ${KEY_CHANGES} LIMIT 1`).get();
  if (changed !== undefined) {
    return KeyChangedBody.parse(JSON.parse((changed as { body: string }).body)).newKeyId;
  }
  const certified = statement(
    db,
    "SELECT key_id AS keyId FROM certificate ORDER BY from_seq DESC LIMIT 1",
  ).get();
  return (certified as { keyId: string } | undefined)?.keyId ?? null;
}
