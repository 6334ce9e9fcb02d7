import { statSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { AppError } from "../../../shared/contract/errors.ts";
import type { ReadDb } from "./database.ts";
import { databaseError } from "./database-error.ts";
import { copyAside, type KeepBefore, type Migration, migrate } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/all.ts";

/** SQLite before this could lose a commit when a checkpoint reset the WAL. */
const OLDEST_SQLITE = [3, 51, 3] as const;
/** A file up to this size is checked whole at start; a larger one by the tables that a sale needs. */
const WHOLE_CHECK_BYTES = 48 * 1024 * 1024;
const VITAL_TABLES = ["till", "counter", "sync_state", "cart", "shift", "cashier", "certificate"];

/** The settings every connection to the till's file has, the core's and the sync worker's alike. */
export function configure(db: Sqlite.Database): ReadDb {
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.pragma("foreign_keys = ON");
  db.pragma("busy_timeout = 5000");
  db.pragma("wal_autocheckpoint = 0");
  db.pragma("temp_store = MEMORY");
  return db as ReadDb;
}

/**
 * Opens the till's file, checks that it is sound and brings it to the newest version.
 * Fails with: DB_NEWER, DB_CORRUPT, DB_IO, DB_DISK_FULL.
 */
export function openDatabase(
  path: string,
  migrations: readonly Migration[] = MIGRATIONS,
  keepBefore: KeepBefore = copyAside,
): ReadDb {
  let db: Sqlite.Database | undefined;
  try {
    db = new Sqlite(path);
    requireSqlite(db);
    const file = configure(db);
    checkSound(file, path);
    migrate(db, path, { migrations, keepBefore });
    return file;
  } catch (error) {
    db?.close();
    throw databaseError(error);
  }
}

/** A second connection to a file that `openDatabase` already brought up to date. */
export function connectDatabase(path: string): ReadDb {
  return configure(new Sqlite(path, { fileMustExist: true }));
}

/** Fails with: DB_CORRUPT. The cost stays bounded however large the file grew. */
export function checkSound(db: ReadDb, path: string): void {
  const whole = statSync(path).size <= WHOLE_CHECK_BYTES;
  const version = db.pragma("user_version", { simple: true }) as number;
  const checks =
    whole || version === 0
      ? ["quick_check(1)"]
      : VITAL_TABLES.map((table) => `quick_check(${table})`);
  for (const check of checks) {
    const verdict = db.pragma(check, { simple: true });
    if (verdict !== "ok") throw new AppError("DB_CORRUPT");
  }
}

function requireSqlite(db: Sqlite.Database): void {
  const row = db.prepare("SELECT sqlite_version() AS version").get() as { version: string };
  const parts = row.version.split(".").map(Number);
  for (const [index, oldest] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > oldest) return;
    if (part < oldest) throw new AppError("INTERNAL", { details: { sqlite: row.version } });
  }
}
