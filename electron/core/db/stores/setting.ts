import { type ReadDb, statement, type WriteDb } from "../database.ts";

/** The JSON of a setting of this till, or null when it was never set. */
export function setting(db: ReadDb, name: string): string | null {
  const row = statement(db, "SELECT value FROM setting WHERE name = ?").get(name);
  return (row as { value: string } | undefined)?.value ?? null;
}

export function setSetting(db: WriteDb, name: string, value: string): void {
  statement(db, "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)").run(name, value);
}
