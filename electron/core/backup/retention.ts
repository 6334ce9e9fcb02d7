import { dateOf } from "../../../shared/domain/period.ts";
import { BACKUP_REASONS, type BackupReason } from "./backup-file.ts";

const DAYS_KEPT = 7;
const MIGRATIONS_KEPT = 3;
const SUFFIX = ".cadangan";
const NAME = /^till-(\d{13})-([a-z]+)\.cadangan$/;

/** A backup as its file's name tells it. */
export type Kept = { readonly name: string; readonly at: number; readonly reason: BackupReason };

export function backupName(at: number, reason: BackupReason): string {
  return `till-${String(at).padStart(13, "0")}-${reason.toLowerCase()}${SUFFIX}`;
}

/** The backups among a folder's files, newest first. */
export function keptBackups(names: readonly string[]): Kept[] {
  return names
    .flatMap((name): Kept[] => {
      const [, at, word] = NAME.exec(name) ?? [];
      const reason = BACKUP_REASONS.find((known) => known.toLowerCase() === word);
      return reason === undefined ? [] : [{ name, at: Number(at), reason }];
    })
    .sort((a, b) => b.at - a.at);
}

/**
 * What may go: all but the newest of each of the last seven days that have one, and the last three
 * from before a migration. The newest of all is never among them.
 */
export function outdatedBackups(newestFirst: readonly Kept[]): Kept[] {
  const days = new Set<string>();
  let migrations = 0;
  return newestFirst.filter(({ at, reason }) => {
    if (reason === "MIGRATION") {
      migrations += 1;
      return migrations > MIGRATIONS_KEPT;
    }
    const day = dateOf(at);
    if (days.has(day) || days.size >= DAYS_KEPT) return true;
    days.add(day);
    return false;
  });
}
