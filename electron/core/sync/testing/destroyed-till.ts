import { writeFileSync } from "node:fs";
import path from "node:path";
import { requestRestore } from "../../backup/restore.ts";
import { takeBackup } from "../../backup/take-backup.ts";
import { readKeys } from "../../keys/key-file.ts";
import { backupKeyOf } from "../../keys/sealing.ts";
import { plainSealBox, systemRandom } from "../../system.ts";
import type { TillAtCentre } from "./till-at-centre.ts";

/** Backs a till up, destroys its file after what it does then, and asks for the backup to be restored. */
export async function destroyTill(
  till: TillAtCentre,
  before: () => Promise<unknown>,
): Promise<void> {
  const databasePath = path.join(till.folder, "till.db");
  const folder = path.join(till.folder, "backups");
  const { dataKey } = await readKeys(till.folder, plainSealBox);
  const by = { backupKey: backupKeyOf(dataKey), reason: "SHIFT", at: Date.now() } as const;
  const { name } = takeBackup({ databasePath, folder, checkedThrough: 0, ...by }, systemRandom);
  await before();
  await till.core.close();
  writeFileSync(databasePath, "destroyed");
  requestRestore(till.folder, name);
}
