import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../testing/test-core.ts";
import type { ReadDb } from "../database.ts";
import { openDatabase } from "../open.ts";
import { lastZNumber, openShift } from "../stores/shift.ts";
import { migration0001 } from "./0001-till.ts";
import { migration0002 } from "./0002-printing.ts";

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
let db: ReadDb;

/** A till of before, in the middle of its shift, opened by this version. */
beforeEach(() => {
  folder = temporaryFolder();
  file = path.join(folder.path, "till.db");
  const before = openDatabase(file, [migration0001, migration0002]);
  before.pragma("foreign_keys = OFF");
  before.exec(`INSERT INTO shift (shift_id, opened_seq, opened_at, opened_by, float, closed_at)
    VALUES ('shift-1', 2, 5, 'cashier-1', 200000, NULL)`);
  before.close();
  db = openDatabase(file);
  db.pragma("foreign_keys = OFF");
});
afterEach(() => {
  db.close();
  folder.remove();
});

test("a till of before goes on with its open shift, and its first Z will be number 1", () => {
  expect(openShift(db)).toMatchObject({ shiftId: "shift-1", float: 200_000, countings: 0 });
  expect(lastZNumber(db)).toBe(0);
});

test("a shift once closed is neither opened again nor counted again", () => {
  db.exec("UPDATE shift SET closed_at = 9");
  expect(() => db.exec("UPDATE shift SET closed_at = NULL")).toThrow(
    "a closed shift never changes",
  );
  expect(() => db.exec("UPDATE shift SET float = 0")).toThrow("a closed shift never changes");
});

test("a report is neither changed nor deleted, and no number is used twice", () => {
  const insert = `INSERT INTO shift_report (report_id, kind, shift_id, z_number, at, body)
    VALUES (?, ?, ?, ?, 9, '{}')`;
  db.prepare(insert).run("report-1", "Z", "shift-1", 1);
  expect(() => db.exec("UPDATE shift_report SET body = '[]'")).toThrow("never changes");
  expect(() => db.exec("DELETE FROM shift_report")).toThrow("never deleted");
  expect(() => db.prepare(insert).run("report-2", "Z", "shift-2", 1)).toThrow("UNIQUE");
  expect(() => db.prepare(insert).run("report-3", "Z", "shift-1", 2)).toThrow("UNIQUE");
  expect(() => db.prepare(insert).run("report-4", "Z", "shift-2", null)).toThrow("CHECK");
  db.prepare(insert).run("report-5", "X", "shift-1", null);
});
