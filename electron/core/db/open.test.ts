import { closeSync, existsSync, openSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "../../../shared/contract/errors.ts";
import { temporaryFolder } from "../testing/test-core.ts";
import type { Migration } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/all.ts";
import { openDatabase } from "./open.ts";
import { openTillFile } from "./till-file.ts";

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
const quiet = () => undefined;

beforeEach(() => {
  folder = temporaryFolder();
  file = path.join(folder.path, "till.db");
});
afterEach(() => folder.remove());

const NEWEST = MIGRATIONS.at(-1)?.version ?? 0;
/** A newer program's file: the next version adds a table. */
const next: Migration = {
  version: NEWEST + 1,
  up: (db) => db.exec("CREATE TABLE later (one INTEGER) STRICT"),
};
const codeOf = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

describe("a till's file", () => {
  test("has every setting a sale relies on", () => {
    const db = openDatabase(file);
    const pragma = (name: string) => db.pragma(name, { simple: true });
    expect(pragma("journal_mode")).toBe("wal");
    expect(pragma("synchronous")).toBe(2);
    expect(pragma("foreign_keys")).toBe(1);
    expect(pragma("wal_autocheckpoint")).toBe(0);
    expect(pragma("user_version")).toBe(NEWEST);
    db.close();
  });

  test("has STRICT tables only, but for the search index", () => {
    const db = openDatabase(file);
    const loose = db
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0")
      .all() as { name: string }[];
    const names = loose
      .map(({ name }) => name)
      .filter((name) => !name.startsWith("product_search"));
    expect(names).toEqual(["sqlite_schema"]);
    db.close();
  });

  test("of a newer program is refused and left as it is", () => {
    openDatabase(file, [...MIGRATIONS, next]).close();
    expect(codeOf(() => openDatabase(file))).toBe("DB_NEWER");
    openDatabase(file, [...MIGRATIONS, next]).close();
  });

  test("is copied aside before it is brought to a new version", () => {
    const before = openDatabase(file);
    before.exec("INSERT INTO setting (name, value) VALUES ('printer', '{}')");
    before.close();
    expect(existsSync(`${file}.v${NEWEST}.bak`)).toBe(false);
    openDatabase(file, [...MIGRATIONS, next]).close();
    const aside = new Sqlite(`${file}.v${NEWEST}.bak`, { readonly: true });
    expect(aside.pragma("user_version", { simple: true })).toBe(NEWEST);
    expect(aside.prepare("SELECT name FROM setting").all()).toEqual([{ name: "printer" }]);
    aside.close();
  });

  test("section 9 row 22, an update that corrupts the till: the file stays at its version when a migration fails half-way", () => {
    openDatabase(file).close();
    const failing: Migration = {
      version: next.version,
      up: (db) => {
        db.exec("CREATE TABLE half (one INTEGER) STRICT");
        db.exec("CREATE TABLE half (one INTEGER) STRICT");
      },
    };
    expect(codeOf(() => openDatabase(file, [...MIGRATIONS, failing]))).not.toBeNull();
    const db = openDatabase(file);
    expect(db.pragma("user_version", { simple: true })).toBe(NEWEST);
    expect(db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'half'").all()).toEqual([]);
    db.close();
  });

  test("that is no database, or is damaged inside, is refused as corrupt", () => {
    writeFileSync(file, "this is not a database at all, however long it may be".repeat(100));
    expect(codeOf(() => openDatabase(file))).toBe("DB_CORRUPT");
    const sound = path.join(folder.path, "sound.db");
    openDatabase(sound).close();
    overwrite(sound, 4096 * 3, Buffer.alloc(4096 * 4, 0x5a));
    expect(codeOf(() => openDatabase(sound))).toBe("DB_CORRUPT");
  });

  test("is held by one process' core at a time", () => {
    const first = openTillFile(folder.path, quiet);
    expect(codeOf(() => openTillFile(folder.path, quiet))).toBe("DB_IN_USE");
    first.close();
    openTillFile(folder.path, quiet).close();
  }, 20_000);
});

function overwrite(target: string, position: number, bytes: Buffer): void {
  const descriptor = openSync(target, "r+");
  writeSync(descriptor, bytes, 0, bytes.length, position);
  closeSync(descriptor);
}

describe("a look-up that a cashier waits for uses an index:", () => {
  test.each([
    ["a card", "SELECT * FROM card WHERE serial = 1"],
    ["a NIP", "SELECT * FROM person WHERE nip_lookup = x'00' ORDER BY active DESC, feed_seq DESC"],
    ["a barcode", "SELECT product_no FROM product WHERE barcode = '1'"],
    ["an SKU", "SELECT product_no FROM product WHERE sku = '1'"],
    ["a product", "SELECT * FROM product WHERE product_id = '1'"],
    ["the last sale", "SELECT * FROM sale ORDER BY seq DESC LIMIT 1"],
    ["a command", "SELECT * FROM sale WHERE command_id = '1'"],
    [
      "a month",
      "SELECT sum(counted) FROM sale WHERE person_id = '1' AND period = '2026-11' AND seq > 5",
    ],
    [
      "the next print",
      "SELECT * FROM print_job WHERE outcome = 'WAITING' AND (printer_id = '1' OR (1 AND printer_id IS NULL)) ORDER BY job_id LIMIT 1",
    ],
    ["the open shift", "SELECT * FROM shift WHERE closed_at IS NULL"],
  ])("%s", (_what, sql) => {
    const db = openDatabase(file);
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
    for (const { detail } of plan)
      expect(detail).not.toMatch(/^SCAN (?!.*USING (COVERING )?INDEX)/);
    db.close();
  });
});
