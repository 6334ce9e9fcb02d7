import path from "node:path";
import Sqlite from "better-sqlite3";
import { AppError } from "../../../shared/contract/errors.ts";
import type { Log } from "../adapters.ts";
import { type ReadDb, transact, type WriteDb } from "./database.ts";
import { databaseError, isFileFailure } from "./database-error.ts";
import { openDatabase } from "./open.ts";

/** The till's file while the core runs. The open handle may change after a failure of the disk. */
export type TillFile = {
  readonly path: string;
  readonly db: () => ReadDb;
  /**
   * Runs one transaction; on return it is durable.
   * Fails with: DB_IO, DB_DISK_FULL, DB_CORRUPT after which the file was closed, checked and opened
   * anew: whether the transaction is in it must be asked, never assumed.
   */
  readonly commit: <T>(work: (db: WriteDb) => T) => T;
  /** Writes what the WAL holds back into the file, as far as no reader is in the way. */
  readonly checkpoint: () => void;
  readonly close: () => void;
};

/** Opens `<dataDir>/till.db` for this process alone. Fails with: DB_IN_USE and those of openDatabase. */
export function openTillFile(dataDir: string, log: Log): TillFile {
  const lock = lockFolder(dataDir);
  const file = path.join(dataDir, "till.db");
  let closed = false;
  let open: ReadDb | null;
  try {
    open = openDatabase(file);
  } catch (error) {
    lock.close();
    throw error;
  }

  const db = (): ReadDb => {
    if (closed) throw new AppError("CORE_GONE");
    open ??= openDatabase(file);
    return open;
  };
  const reopen = (cause: unknown): void => {
    log("database failure", { code: cause instanceof AppError ? cause.code : "INTERNAL" });
    try {
      open?.close();
    } finally {
      open = null;
    }
    // If the file cannot be had now, the next use tries again and tells why it cannot.
    try {
      db();
    } catch (error) {
      log("database not reopened", { code: error instanceof AppError ? error.code : "INTERNAL" });
    }
  };

  const guarded = <T>(use: (db: ReadDb) => T): T => {
    try {
      return use(db());
    } catch (thrown) {
      const error = databaseError(thrown);
      if (isFileFailure(error)) reopen(error);
      throw error;
    }
  };

  return {
    path: file,
    db,
    commit: (work) => guarded((handle) => transact(handle, work)),
    checkpoint: () => {
      guarded((handle) => handle.pragma("wal_checkpoint(PASSIVE)"));
    },
    close: () => {
      closed = true;
      open?.close();
      open = null;
      lock.close();
    },
  };
}

/** A second file holds the lock, because the sync worker has its own connection to the first. */
function lockFolder(dataDir: string): Sqlite.Database {
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
