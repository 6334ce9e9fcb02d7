import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { backupName } from "../../electron/core/backup/retention.ts";
import { lockFolder } from "../../electron/core/db/till-file.ts";
import { temporaryFolder } from "../../electron/core/testing/test-core.ts";
import { askRestore, listCopies } from "./ask-restore.ts";

const OLDER = Date.parse("2026-11-19T10:00:00.000Z");
const NEWER = Date.parse("2026-11-20T10:30:00.000Z");

let folder: ReturnType<typeof temporaryFolder>;
let told = "";
const say = (text: string): void => {
  told += text;
};

beforeEach(() => {
  told = "";
  folder = temporaryFolder();
  const backups = path.join(folder.path, "backups");
  mkdirSync(backups);
  writeFileSync(path.join(backups, backupName(OLDER, "DAILY")), "");
  writeFileSync(path.join(backups, backupName(NEWER, "SHIFT")), "");
});
afterEach(() => folder.remove());

const asked = (): unknown =>
  JSON.parse(readFileSync(path.join(folder.path, "restore.json"), "utf8"));

test("the copies are listed by date, the newest first", () => {
  expect(listCopies(folder.path, say)).toBe(0);
  expect(told.split("\n").slice(0, 2)).toEqual([
    "  1  20 Nov 2026 17.30 WIB  tutup kas",
    "  2  19 Nov 2026 17.00 WIB  harian",
  ]);
});

test("any of them is asked for by its number", () => {
  expect(askRestore(folder.path, { copy: 2, say })).toBe(0);
  expect(asked()).toEqual({ backup: backupName(OLDER, "DAILY") });
  expect(told).toContain("19 Nov 2026 17.00 WIB");
  expect(askRestore(folder.path, { copy: 1, say })).toBe(0);
  expect(asked()).toEqual({ backup: backupName(NEWER, "SHIFT") });
});

test("a number that is none, a till that runs, and a folder without copies ask for nothing", () => {
  expect(askRestore(folder.path, { copy: 3, say })).toBe(2);
  const lock = lockFolder(folder.path);
  expect(askRestore(folder.path, { copy: 1, say })).toBe(2);
  lock.close();
  expect(asked).toThrow("ENOENT");
  rmSync(path.join(folder.path, "backups"), { recursive: true });
  expect(askRestore(folder.path, { copy: 1, say })).toBe(2);
  expect(listCopies(folder.path, say)).toBe(2);
});
