import path from "node:path";
import Sqlite from "better-sqlite3";
import { AppError } from "../../../shared/contract/errors.ts";
import type { Log } from "../adapters.ts";
import { type ReadDb, transact, type WriteDb } from "./database.ts";
import { databaseError, isFileFailure } from "./database-error.ts";
import type { KeepBefore } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/all.ts";
import { openDatabase } from "./open.ts";

/** The till's file while the core runs. The open handle may change after a failure of the disk. */
export type TillFile = {
  readonly path: string;
  readonly db: () => ReadDb;
  /**
   * Runs one transaction; on return it is durable.
   * Fails with: DB_IO, DB_DISK_FULL, DB_CORRUPT after which nothing of it is in the file, which was
   * checked and opened anew as far as the disk allows.
   */
  readonly commit: <T>(work: (db: WriteDb) => T) => T;
  /** Writes what the WAL holds back into the file, as far as no reader is in the way. */
  readonly checkpoint: () => void;
  readonly close: () => void;
};

/** Opens `<dataDir>/till.db` for this process alone. Fails with: DB_IN_USE and those of openDatabase. */
export function openTillFile(dataDir: string, log: Log, keepBefore?: KeepBefore): TillFile {
  const lock = lockFolder(dataDir);
  try {
    const handle = new Handle(path.join(dataDir, "till.db"), log, keepBefore);
    return {
      path: handle.path,
      db: () => handle.db(),
      commit: (work) => handle.guarded((db) => transact(db, work)),
      checkpoint: () => {
        handle.guarded((db) => db.pragma("wal_checkpoint(PASSIVE)"));
      },
      close: () => {
        handle.close();
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

class Handle {
  readonly path: string;
  readonly #log: Log;
  #open: ReadDb | null;
  #closed = false;

  constructor(file: string, log: Log, keepBefore?: KeepBefore) {
    this.path = file;
    this.#log = log;
    this.#open = openDatabase(file, MIGRATIONS, keepBefore);
  }

  db(): ReadDb {
    if (this.#closed) throw new AppError("CORE_GONE");
    this.#open ??= openDatabase(this.path);
    return this.#open;
  }

  guarded<T>(work: (db: ReadDb) => T): T {
    try {
      return work(this.db());
    } catch (thrown) {
      const error = databaseError(thrown);
      if (isFileFailure(error)) this.#reopen(error);
      throw error;
    }
  }

  close(): void {
    this.#closed = true;
    this.#open?.close();
    this.#open = null;
  }

  /** The failed handle is let go only for a new one: without room for that, it can still be read. */
  #reopen(cause: unknown): void {
    this.#log("database failure", { code: codeOf(cause) });
    const failed = this.#open;
    try {
      this.#open = openDatabase(this.path);
    } catch (error) {
      this.#log("database not reopened", { code: codeOf(error) });
      if (codeOf(error) !== "DB_CORRUPT" && failed?.inTransaction === false) return;
      // The next use tries again and tells why it cannot.
      this.#open = null;
    }
    failed?.close();
  }
}

function codeOf(error: unknown): string {
  return error instanceof AppError ? error.code : "INTERNAL";
}

/** Holds a till's folder for one process. A second file holds the lock, because the sync worker has its own connection to the first. */
export function lockFolder(dataDir: string): Sqlite.Database {
  const lock = new Sqlite(path.join(dataDir, "till.lock"));
  try {
    lock.pragma("busy_timeout = 2000");
    lock.pragma("journal_mode = MEMORY");
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    lock.close();
    throw databaseError(error);
  }
}
