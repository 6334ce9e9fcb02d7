import { createHmac } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { plainSealBox, systemRandom } from "../system.ts";
import { backupKeyOf } from "../keys/sealing.ts";
import { readKeys } from "../keys/key-file.ts";
import { createTillTemplate, type TillTemplate } from "../testing/till-template.ts";
import { openBackup, readBackupHeader, sealBackup } from "./backup-file.ts";
import { backupName, keptBackups, outdatedBackups } from "./retention.ts";
import { type BackupWork, takeBackup } from "./take-backup.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;
const NOON = Date.parse("2026-11-20T05:00:00.000Z");

let template: TillTemplate;
let work: BackupWork;
beforeAll(async () => {
  template = await createTillTemplate({ people: 2, products: 4 });
});
afterAll(() => template.remove());
beforeEach(async () => {
  const dataDir = template.copy();
  const { dataKey } = await readKeys(dataDir, plainSealBox);
  work = {
    databasePath: path.join(dataDir, "till.db"),
    folder: path.join(dataDir, "backups"),
    backupKey: backupKeyOf(dataKey),
    reason: "DAILY",
    at: NOON,
    checkedThrough: 0,
  };
});

const pathOf = (name: string): string => path.join(work.folder, name);

describe("a backup", () => {
  test("opens as the till's file was, for who holds the till's key only", () => {
    const { name, chain } = takeBackup(work, systemRandom);
    expect(chain).toEqual({ seq: 1, faults: 0 });
    const { tillId } = template.till;
    expect(readBackupHeader(pathOf(name))).toMatchObject({ tillId, seq: 1, reason: "DAILY" });
    const target = path.join(path.dirname(work.databasePath), "restored.db");
    openBackup(pathOf(name), target, work.backupKey);
    const db = new Sqlite(target, { readonly: true });
    expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(db.prepare("SELECT till_id FROM till").pluck().get()).toBe(tillId);
    db.close();
    const stranger = createHmac("sha256", "another till").digest();
    expect(() => openBackup(pathOf(name), `${target}.2`, stranger)).toThrow("BACKUP_KEY");
    expect(existsSync(`${target}.2`)).toBe(false);
    if (process.platform !== "win32") expect(statSync(pathOf(name)).mode & 0o077).toBe(0);
  });

  test("holds nothing readable, and leaves no copy in the clear", () => {
    const { name } = takeBackup(work, systemRandom);
    const bytes = readFileSync(pathOf(name));
    for (const text of ["SQLite format 3", "Kasir Satu", "Galeri Dekranasda"]) {
      expect(bytes.includes(text)).toBe(false);
    }
    expect(readdirSync(work.folder)).toEqual([name]);
  });

  test("says when it was cut short, changed, or is none", () => {
    const { name } = takeBackup(work, systemRandom);
    const whole = readFileSync(pathOf(name));
    const target = `${work.databasePath}.x`;
    const opens = (bytes: Uint8Array) => () => {
      writeFileSync(pathOf("damaged"), bytes);
      openBackup(pathOf("damaged"), target, work.backupKey);
    };
    expect(opens(whole.subarray(0, whole.length - 1))).toThrow(/BACKUP_/);
    expect(opens(whole.subarray(0, 40))).toThrow("BACKUP_MALFORMED");
    const changed = Buffer.from(whole);
    changed[whole.length - 20] = (changed[whole.length - 20] ?? 0) ^ 1;
    expect(opens(changed)).toThrow(/BACKUP_/);
    const renamed = Buffer.from(whole);
    renamed.write("SHIFT", renamed.indexOf("DAILY"));
    expect(opens(renamed)).toThrow(/BACKUP_/);
    expect(existsSync(target)).toBe(false);
  });

  test("of many pieces is whole only with all of them", () => {
    const plain = path.join(path.dirname(work.databasePath), "plain");
    const bytes = Buffer.alloc(2 * 1024 * 1024 + 5, 7);
    writeFileSync(plain, bytes);
    const header = { at: NOON, reason: "DAILY", schemaVersion: 1, tillId: null } as const;
    const files = { plain, target: `${plain}.sealed` };
    const key = { backupKey: work.backupKey, random: systemRandom };
    sealBackup(files, { ...header, seq: 0, hash: null }, key);
    openBackup(files.target, `${plain}.opened`, work.backupKey);
    expect(readFileSync(`${plain}.opened`).equals(bytes)).toBe(true);
    // The last piece is 5 bytes and a tag: without it the one before is not marked as the last.
    writeFileSync(files.target, readFileSync(files.target).subarray(0, -21));
    expect(() => openBackup(files.target, `${plain}.cut`, work.backupKey)).toThrow(
      "BACKUP_MALFORMED",
    );
  });

  test("of a file that is not sound is none, and no older one is let go for it", () => {
    const first = takeBackup(work, systemRandom).name;
    writeFileSync(work.databasePath, Buffer.alloc(8_192, 1));
    expect(() => takeBackup({ ...work, at: NOON + DAY_MS }, systemRandom)).toThrow("DB_CORRUPT");
    expect(readdirSync(work.folder)).toEqual([first]);
  });

  test("tells of a journal that does not hold", () => {
    const db = new Sqlite(work.databasePath);
    db.exec("UPDATE journal SET body = replace(body, 'TILL_STARTED', 'TILL_STOPPED')");
    db.close();
    expect(takeBackup(work, systemRandom).chain.faults).toBeGreaterThan(0);
  });
});

describe("what is kept", () => {
  test("is the newest of each of seven days and three from before a migration", () => {
    const names = Array.from({ length: 10 }, (_, day) => [
      backupName(NOON + day * DAY_MS, "DAILY"),
      backupName(NOON + day * DAY_MS + 1_000, "SHIFT"),
      backupName(NOON + day * DAY_MS + 2_000, "MIGRATION"),
    ]).flat();
    const all = keptBackups([...names, "copy.tmp", "till-1-daily.cadangan"]);
    const outdated = new Set(outdatedBackups(all));
    const kept = all.filter((one) => !outdated.has(one));
    expect(all).toHaveLength(30);
    expect(kept.filter(({ reason }) => reason === "SHIFT")).toHaveLength(7);
    expect(kept.filter(({ reason }) => reason === "DAILY")).toHaveLength(0);
    expect(kept.filter(({ reason }) => reason === "MIGRATION")).toHaveLength(3);
    expect(kept[0]?.at).toBe(NOON + 9 * DAY_MS + 2_000);
  });
});
