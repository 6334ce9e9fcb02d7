import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { AppError } from "../../shared/contract/errors.ts";
import { instantText } from "../../shared/domain/period.ts";
import { backupFolder } from "../../electron/core/backup/create-backups.ts";
import { requestRestore } from "../../electron/core/backup/restore.ts";
import { keptBackups } from "../../electron/core/backup/retention.ts";
import { lockFolder } from "../../electron/core/db/till-file.ts";

/** Asks the till to restore its newest backup at its next start; gives the exit code. */
export function askRestore(dataDir: string, say: (text: string) => void): number {
  const folder = backupFolder(path.join(dataDir, "till.db"));
  const [newest] = existsSync(folder) ? keptBackups(readdirSync(folder)) : [];
  if (newest === undefined) {
    say(`Tidak ada cadangan di ${folder}.\n`);
    return 2;
  }
  try {
    lockFolder(dataDir).close();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "DB_IN_USE") throw error;
    say("Tutup aplikasi kasir, lalu ulangi.\n");
    return 2;
  }
  requestRestore(dataDir, newest.name);
  say(
    `Cadangan ${instantText(newest.at)} dipulihkan saat kasir dibuka.\n` +
      "Berkas yang sekarang disimpan, lalu kasir didaftarkan sebagai kasir baru yang melanjutkannya.\n",
  );
  return 0;
}
