import type { HealthView } from "../../shared/contract/core-api.ts";
import { PROTOCOL } from "../../shared/contract/sync.ts";
import type { ReadDb } from "./db/database.ts";

/** What this core is made of. */
export function healthOf(db: ReadDb, version: string): HealthView {
  const { sqlite } = db.prepare("SELECT sqlite_version() AS sqlite").get() as { sqlite: string };
  const schemaVersion = db.pragma("user_version", { simple: true }) as number;
  return { version, protocol: PROTOCOL, node: process.versions.node, sqlite, schemaVersion };
}
