import type { OutageOf } from "../../../../shared/domain/outage.ts";
import { type ReadDb, statement, type WriteDb } from "../database.ts";

/** Since when something is out, null while it is not. */
export function outageSince(db: ReadDb, what: OutageOf): number | null {
  const row = statement(db, "SELECT since FROM outage WHERE what = ?").get(what);
  return (row as { since: number } | undefined)?.since ?? null;
}

export function insertOutage(db: WriteDb, what: OutageOf, since: number): void {
  statement(db, "INSERT INTO outage (what, since) VALUES (?, ?)").run(what, since);
}

export function deleteOutage(db: WriteDb, what: OutageOf): void {
  statement(db, "DELETE FROM outage WHERE what = ?").run(what);
}
