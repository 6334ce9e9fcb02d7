import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { backupKeyOf } from "../keys/sealing.ts";
import { readKeys } from "../keys/key-file.ts";
import { plainSealBox, systemRandom } from "../system.ts";
import { createTillTemplate } from "../testing/till-template.ts";
import { requestRestore, restoreIfAsked } from "./restore.ts";
import { takeBackup } from "./take-backup.ts";

test("a restore that ended half-way never parts the file it replaces from its log", async () => {
  const template = await createTillTemplate({ people: 2, products: 4 });
  const dataDir = template.copy();
  const file = path.join(dataDir, "till.db");
  const { dataKey } = await readKeys(dataDir, plainSealBox);
  const by = {
    backupKey: backupKeyOf(dataKey),
    reason: "DAILY",
    at: 1_000,
    checkedThrough: 0,
  } as const;
  const folder = path.join(dataDir, "backups");
  const { name } = takeBackup({ databasePath: file, folder, ...by }, systemRandom);
  writeFileSync(file, "the file");
  writeFileSync(`${file}-wal`, "its log");
  requestRestore(dataDir, name);
  const restore = (nowMs: number) =>
    restoreIfAsked({ dataDir, seal: plainSealBox, log: () => undefined, nowMs });

  mkdirSync(path.join(dataDir, "before-restore-1", "till.db-wal"), { recursive: true });
  await expect(restore(1)).rejects.toMatchObject({ code: "DB_IO" });
  await restore(2);
  const kept = path.join(dataDir, "before-restore-2");
  expect(readdirSync(kept).sort()).toEqual(["till.db", "till.db-wal"]);
  expect(readFileSync(path.join(kept, "till.db"), "utf8")).toBe("the file");
  expect(readFileSync(path.join(kept, "till.db-wal"), "utf8")).toBe("its log");
  expect(readFileSync(file).includes("SQLite format 3")).toBe(true);
  expect(existsSync(`${file}-wal`)).toBe(false);
  expect(existsSync(path.join(dataDir, "restore.json"))).toBe(false);
  rmSync(dataDir, { recursive: true });
  template.remove();
});
