import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { AppError } from "../../shared/contract/errors.ts";
import { backupFolder } from "../../electron/core/backup/create-backups.ts";
import { keptBackups } from "../../electron/core/backup/retention.ts";
import { databaseError } from "../../electron/core/db/database-error.ts";
import { placeDurably } from "../../electron/core/db/durable-file.ts";
import type { ReadDb } from "../../electron/core/db/database.ts";
import { MIGRATIONS } from "../../electron/core/db/migrations/all.ts";
import { configure } from "../../electron/core/db/open.ts";
import { lockFolder } from "../../electron/core/db/till-file.ts";
import { type Examination, examine } from "../../electron/core/doctor/examine.ts";
import { type Mended, REPAIRABLE, repair } from "../../electron/core/doctor/repair.ts";
import { jsonReport, mendingLine, textReport, unreadableReport } from "./report.ts";

export type DoctorOptions = {
  readonly json: boolean;
  readonly repair: boolean;
  readonly nowMs: number;
  readonly say: (text: string) => void;
};

/** Checks a till's folder or file, mends it if asked, says what it found, and gives the exit code. */
export function runDoctor(target: string, options: DoctorOptions): number {
  const file = fileOf(target);
  try {
    const found = look(file);
    const mended = options.repair ? mend(file, found, options) : [];
    const after = mended.length === 0 ? found : look(file);
    const report = options.json ? jsonReport : textReport;
    options.say(report({ file, examination: after, mended, backups: backupsOf(file) }));
    return after.findings.kept.length === 0 ? 0 : 1;
  } catch (thrown) {
    const error = databaseError(thrown);
    if (!(error instanceof AppError)) throw error;
    options.say(
      unreadableReport({ file, code: error.code, backups: backupsOf(file) }, options.json),
    );
    return 2;
  }
}

function fileOf(target: string): string {
  const stat = statSync(target, { throwIfNoEntry: false });
  if (stat === undefined) return target;
  return stat.isDirectory() ? path.join(target, "till.db") : target;
}

/** Reads without writing a byte; a till that runs meanwhile is seen as of one moment. */
function look(file: string): Examination {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    requireVersion(db);
    return examine(db as unknown as ReadDb, file);
  } finally {
    db.close();
  }
}

/** Fails with: DB_NEWER, and DB_CORRUPT for a file that is no till's. */
function requireVersion(db: Sqlite.Database): void {
  const version = db.pragma("user_version", { simple: true }) as number;
  const newest = MIGRATIONS.at(-1)?.version ?? 0;
  if (version === 0) throw new AppError("DB_CORRUPT");
  if (version > newest) throw new AppError("DB_NEWER");
  if (version < newest) throw new AppError("DB_OLDER");
}

/** Fails with: DB_IN_USE while the till runs. */
function mend(file: string, examination: Examination, options: DoctorOptions): Mended[] {
  const { counts } = examination.findings;
  if (!REPAIRABLE.some((code) => counts.has(code))) return [];
  const lock = lockFolder(path.dirname(file));
  try {
    const copy = copyAside(file, options.nowMs);
    if (!options.json) options.say(`Salinan sebelum perbaikan: ${copy}\n`);
    const db = configure(new Sqlite(file, { fileMustExist: true }));
    try {
      const done = repair(db, { examination, databasePath: file }, (step) => {
        if (!options.json) options.say(mendingLine(step));
      });
      db.pragma("wal_checkpoint(TRUNCATE)");
      return done;
    } finally {
      db.close();
    }
  } finally {
    lock.close();
  }
}

/** The bytes as they are: a damaged file cannot be copied any other way. */
function copyAside(file: string, nowMs: number): string {
  const folder = path.join(path.dirname(file), `before-repair-${nowMs}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of [file, `${file}-wal`].filter((one) => existsSync(one))) {
    const target = path.join(folder, path.basename(name));
    copyFileSync(name, `${target}.tmp`);
    placeDurably(`${target}.tmp`, target);
  }
  return folder;
}

function backupsOf(file: string): { readonly name: string; readonly at: number }[] {
  const folder = backupFolder(file);
  return existsSync(folder) ? keptBackups(readdirSync(folder)) : [];
}
