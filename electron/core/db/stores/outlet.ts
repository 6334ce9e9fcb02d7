import { type ReadDb, statement } from "../database.ts";

/** Name and address of an outlet, as paper and screens say them. */
export function outletById(db: ReadDb, outletId: string): { name: string; address: string } | null {
  const row = statement(db, "SELECT name, address FROM outlet WHERE outlet_id = ?").get(outletId);
  return (row as { name: string; address: string } | undefined) ?? null;
}
