import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { AppError } from "../../shared/contract/errors.ts";
import { formatWibDateTime } from "../../shared/domain/period.ts";
import type { BackupReason } from "../../electron/core/backup/backup-file.ts";
import { backupFolder } from "../../electron/core/backup/create-backups.ts";
import { requestRestore } from "../../electron/core/backup/restore.ts";
import { type Kept, keptBackups } from "../../electron/core/backup/retention.ts";
import { lockFolder } from "../../electron/core/db/till-file.ts";

const REASONS: Readonly<Record<BackupReason, string>> = {
  DAILY: "harian",
  SHIFT: "tutup kas",
  MIGRATION: "sebelum versi baru",
};

function backupsOf(dataDir: string): Kept[] {
  const folder = backupFolder(path.join(dataDir, "till.db"));
  return existsSync(folder) ? keptBackups(readdirSync(folder)) : [];
}

/** Lists a till's backups, the newest as number 1; gives the exit code. */
export function listCopies(dataDir: string, say: (text: string) => void): number {
  const kept = backupsOf(dataDir);
  if (kept.length === 0) return sayNone(dataDir, say);
  for (const [index, { at, reason }] of kept.entries()) {
    say(`${String(index + 1).padStart(3)}  ${formatWibDateTime(at)} WIB  ${REASONS[reason]}\n`);
  }
  say("Pilih satu dengan --restore --copy NOMOR; tanpa --copy yang terbaru.\n");
  return 0;
}

/** Asks the till to restore a backup of its list at its next start; gives the exit code. */
export function askRestore(
  dataDir: string,
  { copy, say }: { readonly copy: number; readonly say: (text: string) => void },
): number {
  const kept = backupsOf(dataDir);
  if (kept.length === 0) return sayNone(dataDir, say);
  const chosen = kept[copy - 1];
  if (chosen === undefined) {
    say(`Tidak ada cadangan nomor ${copy}; nomor 1 sampai ${kept.length}.\n`);
    return 2;
  }
  try {
    lockFolder(dataDir).close();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "DB_IN_USE") throw error;
    say("Tutup aplikasi kasir, lalu ulangi.\n");
    return 2;
  }
  requestRestore(dataDir, chosen.name);
  say(
    `Cadangan ${formatWibDateTime(chosen.at)} WIB dipulihkan saat kasir dibuka.\n` +
      "Berkas yang sekarang disimpan, lalu kasir didaftarkan sebagai kasir baru yang melanjutkannya.\n",
  );
  return 0;
}

function sayNone(dataDir: string, say: (text: string) => void): number {
  say(`Tidak ada cadangan di ${backupFolder(path.join(dataDir, "till.db"))}.\n`);
  return 2;
}
