import Sqlite from "better-sqlite3";
import { AppError, type ErrorCode } from "../../../shared/contract/errors.ts";

/** Says in our codes what SQLite failed with; anything that is not of the file stays as it is. */
export function databaseError(error: unknown): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  const code = codeOf(error.code);
  return new AppError(code, { cause: error, retryable: code === "DB_IN_USE" });
}

/** True when the open handle must not be used again before the file was checked. */
export function isFileFailure(error: unknown): boolean {
  return (
    error instanceof AppError &&
    (error.code === "DB_IO" || error.code === "DB_DISK_FULL" || error.code === "DB_CORRUPT")
  );
}

function codeOf(sqliteCode: string): ErrorCode {
  if (sqliteCode.startsWith("SQLITE_FULL")) return "DB_DISK_FULL";
  if (sqliteCode.startsWith("SQLITE_CORRUPT") || sqliteCode === "SQLITE_NOTADB")
    return "DB_CORRUPT";
  if (sqliteCode.startsWith("SQLITE_BUSY") || sqliteCode.startsWith("SQLITE_LOCKED")) {
    return "DB_IN_USE";
  }
  if (sqliteCode.startsWith("SQLITE_CONSTRAINT")) return "INTERNAL";
  if (/^SQLITE_(IOERR|CANTOPEN|READONLY|PERM|FULL)/.test(sqliteCode)) return "DB_IO";
  return "INTERNAL";
}
