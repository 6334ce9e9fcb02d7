import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { z } from "zod";
import { InstantMs } from "../../../shared/contract/primitives.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import type { Log, SealBox } from "../adapters.ts";
import { type ReadDb, transact } from "../db/database.ts";
import { placeDurably, syncFolder } from "../db/durable-file.ts";
import { setSetting, setting } from "../db/stores/setting.ts";
import { readKeys } from "../keys/key-file.ts";
import { backupKeyOf } from "../keys/sealing.ts";
import { type BackupHeader, openBackup } from "./backup-file.ts";
import { backupFolder } from "./create-backups.ts";
import { asOurs } from "./take-backup.ts";

/*
 * Putting a backup in the place of the till's file. It is asked for by a small file in the till's
 * folder, because only the core, at its start, has the key that opens backups.
 */

const REQUEST = "restore.json";
const Request = z.strictObject({ backup: z.string().regex(/^till-\d{13}-[a-z]+\.cadangan$/) });

/** The setting of a file that came from a backup and is not yet gone on from by a new chain. */
export const RESTORED = "restoredFrom";

/** When the backup was taken that this file came from; null: it is the till's own. */
export function restoredFrom(db: ReadDb): number | null {
  const kept = setting(db, RESTORED);
  return kept === null ? null : InstantMs.parse(JSON.parse(kept));
}

/** Asks for a backup of this folder to be restored at the next start. */
export function requestRestore(dataDir: string, backup: string): void {
  const target = path.join(dataDir, REQUEST);
  writeFileSync(`${target}.tmp`, JSON.stringify(Request.parse({ backup })), { mode: 0o600 });
  placeDurably(`${target}.tmp`, target);
}

/**
 * Does what was asked for, if anything: the file there is moved aside, and the backup takes its place,
 * marked so that nothing is sold on its chain again: numbers it does not know of may be on paper.
 * Ended half-way, it is done again at the next start. A backup that does not open is asked for no
 * more, and the file stays as it was. Fails with: KEY_UNAVAILABLE, DB_DISK_FULL, DB_IO.
 */
export async function restoreIfAsked(by: Asked): Promise<void> {
  try {
    await restore(by);
  } catch (error) {
    throw asOurs(error);
  }
}

type Asked = {
  readonly dataDir: string;
  readonly seal: SealBox;
  readonly log: Log;
  readonly nowMs: number;
};

async function restore({ dataDir, seal, log, nowMs }: Asked): Promise<void> {
  const request = path.join(dataDir, REQUEST);
  if (!existsSync(request)) return;
  const { backup } = Request.parse(JSON.parse(readFileSync(request, "utf8")));
  const file = path.join(dataDir, "till.db");
  const { dataKey } = await readKeys(dataDir, seal);
  const opened = `${file}.restored`;
  const header = openIfSound(path.join(backupFolder(file), backup), opened, dataKey);
  if (header === null) {
    log("backup not restored", { backup });
    rmSync(request);
    return;
  }
  markRestored(opened, header.at);
  moveAside(file, path.join(dataDir, `before-restore-${nowMs}`));
  placeDurably(opened, file);
  rmSync(request);
  syncFolder(dataDir);
  log("backup restored", { backup, seq: header.seq });
}

function openIfSound(backup: string, opened: string, dataKey: Uint8Array): BackupHeader | null {
  try {
    return openBackup(backup, opened, backupKeyOf(dataKey));
  } catch (error) {
    const isUnsound = error instanceof AppError && error.code.startsWith("BACKUP_");
    if (!isUnsound && existsSync(backup)) throw error;
    return null;
  }
}

function markRestored(file: string, at: number): void {
  const db = new Sqlite(file) as unknown as ReadDb;
  try {
    transact(db, (write) => setSetting(write, RESTORED, JSON.stringify(at)));
  } finally {
    db.close();
  }
}

/**
 * Keeps the file and its log together under another name before either leaves its own: ended
 * half-way, the next time must not part them.
 */
function moveAside(file: string, folder: string): void {
  const parts = ["", "-wal", "-shm"].map((end) => `${file}${end}`).filter((one) => existsSync(one));
  if (parts.length === 0) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const part of parts) keepToo(part, path.join(folder, path.basename(part)));
  syncFolder(folder);
  for (const part of parts) if (part !== file) rmSync(part);
}

/** Not every file system has a second name for a file. */
function keepToo(file: string, target: string): void {
  try {
    linkSync(file, target);
  } catch {
    copyFileSync(file, `${target}.tmp`);
    placeDurably(`${target}.tmp`, target);
  }
}
