import { copyFileSync, existsSync } from "node:fs";
import type Sqlite from "better-sqlite3";
import { AppError } from "../../../shared/contract/errors.ts";
import { placeDurably } from "./durable-file.ts";

/** One version of the till's file; `up` brings a file of the version before to this one. */
export type Migration = {
  readonly version: number;
  readonly up: (db: Sqlite.Database) => void;
};

/** Keeps a file as it is before a migration, whole and durable on return. */
export type KeepBefore = (db: Sqlite.Database, path: string, version: number) => void;

/**
 * Brings the file to the newest version: each step and its `user_version` in one transaction, after
 * a file that already held something was kept as it was.
 * Fails with: DB_NEWER when a newer version of this program wrote the file.
 */
export function migrate(
  db: Sqlite.Database,
  path: string,
  by: { readonly migrations: readonly Migration[]; readonly keepBefore: KeepBefore },
): void {
  const { migrations, keepBefore } = by;
  const current = db.pragma("user_version", { simple: true }) as number;
  const newest = migrations.at(-1)?.version ?? 0;
  if (current > newest) {
    throw new AppError("DB_NEWER", { details: { file: current, program: newest } });
  }
  const pending = migrations.filter((migration) => migration.version > current);
  if (pending.length === 0) return;
  if (current > 0) {
    db.pragma("wal_checkpoint(TRUNCATE)");
    keepBefore(db, path, current);
  }
  for (const migration of pending) {
    db.transaction(() => {
      migration.up(db);
      db.pragma(`user_version = ${migration.version}`);
    }).immediate();
  }
}

/** Keeps it in the clear as `<path>.v<version>.bak`, until there is a key to seal it under. */
export const copyAside: KeepBefore = (_db, path, version) => {
  const aside = `${path}.v${version}.bak`;
  if (existsSync(aside)) return;
  copyFileSync(path, `${aside}.tmp`);
  placeDurably(`${aside}.tmp`, aside);
};
