import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readSync } from "node:fs";
import path from "node:path";
import type { RandomBytes, SealBox } from "../adapters.ts";
import type { ReadDb } from "../db/database.ts";
import { copyAside, type KeepBefore } from "../db/migrate.ts";
import { MIGRATIONS } from "../db/migrations/all.ts";
import { journalHead } from "../db/stores/journal.ts";
import { till } from "../db/stores/till.ts";
import { readKeys } from "../keys/key-file.ts";
import { backupKeyOf } from "../keys/sealing.ts";
import { type BackupHeader, readBackupHeader, sealBackup } from "./backup-file.ts";
import { backupFolder } from "./create-backups.ts";
import { backupName, keptBackups } from "./retention.ts";
import { asOurs } from "./take-backup.ts";

/** Where SQLite keeps a file's `user_version`, most significant byte first. */
const VERSION_AT = 60;

type BeforeMigration = {
  readonly dataDir: string;
  readonly seal: SealBox;
  readonly random: RandomBytes;
  readonly nowMs: number;
};

/**
 * How a till's file is kept before it is migrated: sealed straight out of the file as a backup, so
 * that no copy of it lies in the clear. Where the key store does not give the key, a clear one waits
 * for it.
 */
export async function beforeMigration(
  by: BeforeMigration,
  newest = MIGRATIONS.at(-1)?.version ?? 0,
): Promise<KeepBefore> {
  const backupKey = await keyIfDue(by, newest);
  return (db, file, version) => {
    try {
      if (backupKey === null) copyAside(db, file, version);
      else sealAsItIs({ ...by, backupKey }, file, headerOf(db as ReadDb, version));
    } catch (error) {
      throw asOurs(error);
    }
  };
}

/** The key is asked for only where a migration is likely: a start waits for it. */
async function keyIfDue(
  { dataDir, seal }: BeforeMigration,
  newest: number,
): Promise<Uint8Array | null> {
  const version = versionOf(path.join(dataDir, "till.db"));
  if (version === 0 || version >= newest) return null;
  return readKeys(dataDir, seal).then(
    ({ dataKey }) => backupKeyOf(dataKey),
    () => null,
  );
}

function versionOf(file: string): number {
  if (!existsSync(file)) return 0;
  const opened = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(4);
    readSync(opened, bytes, 0, bytes.length, VERSION_AT);
    return bytes.readUInt32BE(0);
  } finally {
    closeSync(opened);
  }
}

type Header = Pick<BackupHeader, "schemaVersion" | "tillId" | "seq" | "hash">;

function headerOf(db: ReadDb, schemaVersion: number): Header {
  const { seq = 0, hash = null } = journalHead(db) ?? {};
  return { schemaVersion, tillId: till(db)?.tillId ?? null, seq, hash };
}

function sealAsItIs(
  { nowMs: at, random, backupKey }: BeforeMigration & { readonly backupKey: Uint8Array },
  file: string,
  header: Header,
): void {
  const folder = backupFolder(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (isKept(folder, header)) return;
  const target = path.join(folder, backupName(at, "MIGRATION"));
  const described = { at, reason: "MIGRATION", ...header } as const;
  sealBackup({ plain: file, target }, described, { backupKey, random });
}

/** A migration that does not come to its end is begun anew at each start, from the same file. */
function isKept(folder: string, { schemaVersion, seq, hash }: Header): boolean {
  const [newest] = keptBackups(readdirSync(folder)).filter(({ reason }) => reason === "MIGRATION");
  if (newest === undefined) return false;
  const kept = readBackupHeader(path.join(folder, newest.name));
  return kept.schemaVersion === schemaVersion && kept.seq === seq && kept.hash === hash;
}
