import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { SealBox } from "../adapters.ts";
import type { Migration } from "../db/migrate.ts";
import { MIGRATIONS } from "../db/migrations/all.ts";
import { openDatabase } from "../db/open.ts";
import { readKeys } from "../keys/key-file.ts";
import { backupKeyOf } from "../keys/sealing.ts";
import { plainSealBox, systemRandom } from "../system.ts";
import { createTillTemplate, type TillTemplate } from "../testing/till-template.ts";
import { openBackup, readBackupHeader } from "./backup-file.ts";
import { beforeMigration } from "./before-migration.ts";

const NEWEST = MIGRATIONS.at(-1)?.version ?? 0;
const NOON = Date.parse("2026-11-20T05:00:00.000Z");

let template: TillTemplate;
let dataDir: string;
let fails: boolean;
beforeAll(async () => {
  template = await createTillTemplate({ people: 2, products: 4 });
});
afterAll(() => template.remove());
beforeEach(() => {
  dataDir = template.copy();
  fails = false;
});

const file = (): string => path.join(dataDir, "till.db");
const backups = (): string[] => readdirSync(path.join(dataDir, "backups"));
const next: Migration = {
  version: NEWEST + 1,
  up: (db) => {
    db.exec("CREATE TABLE of_the_next (one INTEGER) STRICT");
    if (fails) throw new Error("half-way");
  },
};

/** Brings the till's file to a next version, as a start of it does. */
async function migrate(seal: SealBox = plainSealBox, nowMs = NOON): Promise<void> {
  const by = { dataDir, seal, random: systemRandom, nowMs };
  openDatabase(file(), [...MIGRATIONS, next], await beforeMigration(by, next.version)).close();
}

test("a file is sealed as it was before its migration, and no copy lies in the clear", async () => {
  await migrate();
  expect(readdirSync(dataDir).filter((name) => name.includes(".bak"))).toEqual([]);
  const [name = "", ...others] = backups();
  expect({ name, others }).toEqual({ name: `till-${NOON}-migration.cadangan`, others: [] });
  const sealed = path.join(dataDir, "backups", name);
  expect(readFileSync(sealed).includes("SQLite format 3")).toBe(false);
  const { tillId } = template.till;
  expect(readBackupHeader(sealed)).toMatchObject({ schemaVersion: NEWEST, tillId, seq: 1 });
  const opened = path.join(dataDir, "opened.db");
  openBackup(sealed, opened, backupKeyOf((await readKeys(dataDir, plainSealBox)).dataKey));
  const db = new Sqlite(opened, { readonly: true });
  expect(db.pragma("user_version", { simple: true })).toBe(NEWEST);
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(db.prepare("SELECT till_id FROM till").pluck().get()).toBe(tillId);
  db.close();
});

test("a migration that is begun again and again keeps the file once", async () => {
  fails = true;
  await expect(migrate()).rejects.toThrow("half-way");
  await expect(migrate(plainSealBox, NOON + 1)).rejects.toThrow("half-way");
  fails = false;
  await migrate(plainSealBox, NOON + 2);
  expect(backups()).toEqual([`till-${NOON}-migration.cadangan`]);
});

test("without the key a copy in the clear waits for it", async () => {
  const locked = { ...plainSealBox, unseal: () => Promise.reject(new Error("locked")) };
  await migrate(locked);
  expect(existsSync(`${file()}.v${NEWEST}.bak`)).toBe(true);
  expect(existsSync(path.join(dataDir, "backups"))).toBe(false);
});
