import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, statSync } from "node:fs";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { AppError } from "../../../shared/contract/errors.ts";
import type { RandomBytes } from "../adapters.ts";
import type { ReadDb } from "../db/database.ts";
import { databaseError } from "../db/database-error.ts";
import { syncFolder } from "../db/durable-file.ts";
import { certificates, till } from "../db/stores/till.ts";
import { checkChain } from "../doctor/check-chain.ts";
import { Findings } from "../doctor/finding.ts";
import { type BackupReason, sealBackup } from "./backup-file.ts";
import { backupName, keptBackups, outdatedBackups } from "./retention.ts";

export type BackupWork = {
  /** the till's file, or a copy of it that stands aside */
  readonly databasePath: string;
  readonly folder: string;
  readonly backupKey: Uint8Array;
  readonly reason: BackupReason;
  readonly at: number;
  /** signatures up to here were checked by an earlier backup */
  readonly checkedThrough: number;
};

/** How far the journal in a backup was found to hold; null: it did not, and the fault was counted. */
export type BackupDone = {
  readonly name: string;
  readonly chain: { readonly seq: number; readonly faults: number };
};

/** Room left on the disk beyond both copies: sales come before backups. */
const ROOM_BYTES = 64 * 1024 * 1024;

/**
 * Copies the till's file as of now without holding back a writer, checks the copy, seals it, and lets
 * older backups go. Fails with: DB_DISK_FULL, DB_CORRUPT, DB_IO; then no older backup is touched.
 */
export function takeBackup(work: BackupWork, random: RandomBytes): BackupDone {
  const { databasePath, folder, reason, at, backupKey } = work;
  const plain = path.join(folder, "copy.tmp");
  try {
    makeFolder(folder);
    requireRoom(databasePath, folder);
    copyWhole(databasePath, plain);
    const { header, faults } = inspect(plain, work.checkedThrough);
    const name = backupName(at, reason);
    const files = { plain, target: path.join(folder, name) };
    sealBackup(files, { at, reason, ...header }, { backupKey, random });
    dropOutdated(folder);
    return { name, chain: { seq: header.seq, faults } };
  } catch (error) {
    throw asOurs(error);
  } finally {
    if (existsSync(plain)) rmSync(plain);
  }
}

/** Made if need be, and rid of what a thread that was ended left behind. */
function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    if (name.endsWith(".tmp")) rmSync(path.join(folder, name), { force: true });
  }
}

function requireRoom(databasePath: string, folder: string): void {
  const { size } = statSync(databasePath);
  const wal = statSync(`${databasePath}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < 2 * (size + wal) + ROOM_BYTES) throw new AppError("DB_DISK_FULL");
}

/** VACUUM INTO reads one state of the file while others write on, and leaves no free pages behind. */
function copyWhole(databasePath: string, plain: string): void {
  const db = new Sqlite(databasePath, { fileMustExist: true });
  try {
    db.pragma("busy_timeout = 5000");
    db.prepare("VACUUM INTO ?").run(plain);
  } finally {
    db.close();
  }
}

type Inspected = {
  readonly header: {
    readonly schemaVersion: number;
    readonly tillId: string | null;
    readonly seq: number;
    readonly hash: string | null;
  };
  readonly faults: number;
};

/** A copy that is not sound is no backup; a journal that does not hold is kept as it is, and told. */
function inspect(plain: string, checkedThrough: number): Inspected {
  const db = new Sqlite(plain, { readonly: true }) as unknown as ReadDb;
  try {
    if (db.pragma("quick_check(1)", { simple: true }) !== "ok") throw new AppError("DB_CORRUPT");
    const schemaVersion = db.pragma("user_version", { simple: true }) as number;
    const tillId = till(db)?.tillId ?? null;
    if (tillId === null)
      return { header: { schemaVersion, tillId, seq: 0, hash: null }, faults: 0 };
    const findings = new Findings();
    const end = checkChain(db, {
      tillId,
      certificates: certificates(db),
      checkedThrough,
      findings,
    });
    return { header: { schemaVersion, tillId, ...end }, faults: findings.kept.length };
  } finally {
    db.close();
  }
}

function dropOutdated(folder: string): void {
  const outdated = outdatedBackups(keptBackups(readdirSync(folder)));
  for (const { name } of outdated) rmSync(path.join(folder, name), { force: true });
  if (outdated.length > 0) syncFolder(folder);
}

/** What a file or the database failed with, in our codes. */
export function asOurs(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOSPC") return new AppError("DB_DISK_FULL", { cause: error });
  if (typeof code === "string" && code.startsWith("E"))
    return new AppError("DB_IO", { cause: error });
  return databaseError(error);
}
