import { closeSync, existsSync, openSync, readdirSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  createTillTemplate,
  type TillTemplate,
} from "../../electron/core/testing/till-template.ts";
import { newId, openShop, pay, startCore } from "../../electron/core/testing/test-core.ts";
import { runDoctor } from "./run-doctor.ts";

const NOW = Date.parse("2026-11-20T05:00:00.000Z");

let template: TillTemplate;
let folder: string;

/** A till after a shift with two sales, one of them voided, and with a third in an open shift. */
beforeAll(async () => {
  template = await createTillTemplate({ people: 2, products: 4 });
  const core = await startCore(template.till.dataDir);
  const [first, second] = template.till.products;
  const sell = async (productId = "", qty = 1) => {
    await core.cashier.cart.add.mutate({ productId, qty });
    await core.cashier.buyer.setPublic.mutate();
    return pay(core);
  };
  await openShop(core, template.till);
  await sell(first?.productId, 2);
  const voided = await sell(second?.productId);
  await core.cashier.history.void.mutate({
    commandId: newId(),
    saleId: voided.saleId,
    reason: "WRONG_GOODS",
    note: "barang tertukar dengan yang lain",
    approvalId: null,
  });
  const { expected } = await core.cashier.shift.report.query();
  await core.cashier.shift.close.mutate({
    commandId: newId(),
    counts: [{ value: 100, pieces: expected / 100 }],
    reason: null,
    note: "",
  });
  await openShop(core, template.till);
  await sell(second?.productId);
  await core.close();
});
afterAll(() => template.remove());
beforeEach(() => {
  folder = template.copy();
});

type Told = {
  readonly counts: Record<string, number>;
  readonly mended: { code: string }[];
  readonly code?: string;
};

const file = (): string => path.join(folder, "till.db");
function run(repair = false): { readonly exit: number; readonly told: Told } {
  let text = "";
  const say = (part: string): void => {
    text += part;
  };
  const exit = runDoctor(folder, { json: true, repair, nowMs: NOW, say });
  return { exit, told: JSON.parse(text) as Told };
}
function damage(sql: string): void {
  const db = new Sqlite(file());
  db.unsafeMode();
  db.pragma("foreign_keys = OFF");
  db.exec(sql);
  db.close();
}
const dump = (): string => {
  const db = new Sqlite(file(), { readonly: true });
  const tables = ["sale", "sale_line", "tender", "stock_movement", "reversal", "refund"];
  const rows = [...tables, "stock_back", "counter", "journal", "shift"].map((table) =>
    db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all(),
  );
  db.close();
  return JSON.stringify(rows);
};

test("a sound till is told as such, for people and programs", () => {
  expect(run()).toMatchObject({ exit: 0, told: { counts: {}, mended: [] } });
  let text = "";
  const say = (part: string): void => void (text += part);
  expect(runDoctor(file(), { json: false, repair: false, nowMs: NOW, say })).toBe(0);
  expect(text).toContain("Hasil  : SEHAT.");
  expect(text).toContain("KB-01");
});

describe("what the journal can give again is mended, twice with the same result", () => {
  test.each([
    ["COUNTER_WRONG", "UPDATE counter SET receipt = 9, turnover = turnover + 1, z_number = 4"],
    ["SALE_ROWS", "DELETE FROM sale WHERE seq = (SELECT min(seq) FROM sale)"],
    ["SALE_ROWS", "UPDATE sale SET total = total + 1"],
    ["SALE_ROWS", "UPDATE tender SET amount = amount + 500"],
    ["STOCK_ROWS", "DELETE FROM stock_movement"],
    ["STOCK_ROWS", "UPDATE stock_back SET qty = qty + 1"],
    ["REVERSAL_ROWS", "UPDATE reversal SET total = 1, counted = 0"],
    ["OUTBOX_AHEAD", "UPDATE sync_state SET acknowledged_seq = 99"],
  ])("%s after %s", (code, sql) => {
    const before = dump();
    damage(sql);
    expect(run()).toMatchObject({ exit: 1, told: { counts: { [code]: expect.any(Number) } } });
    const { exit, told } = run(true);
    expect(told.mended.map((one) => one.code)).toContain(code);
    expect({ exit, counts: told.counts }).toEqual({ exit: 0, counts: {} });
    expect(dump()).toBe(before);
    expect(existsSync(path.join(folder, `before-repair-${NOW}`, "till.db"))).toBe(true);
    expect(run(true)).toMatchObject({ exit: 0, told: { mended: [] } });
  });

  test("a half-written file is removed", () => {
    writeFileSync(`${file()}.tmp`, "half");
    expect(run().told.counts).toEqual({ FILE_LEFTOVER: 1 });
    expect(run(true).exit).toBe(0);
    expect(existsSync(`${file()}.tmp`)).toBe(false);
  });

  test("an index that lost a row is made anew", () => {
    damage(
      `PRAGMA writable_schema = ON;
       UPDATE sqlite_schema SET sql = 'CREATE INDEX sale_total ON sale (change)'
         WHERE name = 'sale_total';`,
    );
    expect(run().told.counts["FILE_INDEX"]).toBeGreaterThan(0);
    expect(run(true)).toMatchObject({ exit: 0, told: { counts: {} } });
  });
});

describe("a journal that does not hold is told and left as it is", () => {
  test.each([
    ["CHAIN_HASH", "UPDATE journal SET body = replace(body, 'CASH', 'CARD') WHERE kind = 'SALE'"],
    ["CHAIN_BROKEN", "UPDATE journal SET prev_hash = hash WHERE seq = 3"],
    ["CHAIN_GAP", "DELETE FROM journal WHERE seq = 3"],
    ["CHAIN_SIGNATURE", "UPDATE journal SET signature = 'AAAA' WHERE seq = 3"],
    ["CHAIN_UNVOUCHED", "UPDATE journal SET signature = '' WHERE seq = 3"],
    ["CHAIN_KEY", "DELETE FROM certificate"],
    ["ENTRY_MALFORMED", "UPDATE journal SET body = '{' WHERE seq = 3"],
    ["ENTRY_ENVELOPE", "UPDATE journal SET kind = 'RETURN' WHERE seq = 3"],
    ["SUM_TURNOVER", "UPDATE journal SET body = replace(body, 'turnover\":', 'turnover\":1')"],
    ["HEAD_FOREIGN", "INSERT INTO countersigned_head VALUES (2, 'ab', 'k', 1, 's')"],
    ["FILE_REFERENCES", "UPDATE sale_line SET product_id = 'gone'"],
    ["SETTING_MALFORMED", "INSERT INTO setting VALUES ('idle-lock', '{')"],
  ])("%s after %s", (code, sql) => {
    damage(sql);
    const before = dump();
    const { exit, told } = run();
    expect(exit).toBe(1);
    expect(told.counts[code]).toBeGreaterThan(0);
    run(true);
    const journal = (text: string): unknown => (JSON.parse(text) as unknown[])[8];
    expect(journal(dump())).toEqual(journal(before));
  });

  test("a clock that falls without saying so is named", () => {
    damage('UPDATE journal SET body = replace(body, \'"at":"20\', \'"at":"19\') WHERE seq = 4');
    expect(run().told.counts["CLOCK_FALLS"]).toBe(1);
  });
});

test("a file that is none, or of another version, is told as unreadable", () => {
  writeFileSync(file(), "no database");
  expect(run()).toMatchObject({ exit: 2, told: { code: "DB_CORRUPT" } });
  folder = template.copy();
  damage("PRAGMA user_version = 900");
  expect(run()).toMatchObject({ exit: 2, told: { code: "DB_NEWER" } });
  damage("PRAGMA user_version = 3");
  expect(run()).toMatchObject({ exit: 2, told: { code: "DB_OLDER" } });
});

test("pages that were overwritten are found", () => {
  const handle = openSync(file(), "r+");
  for (const page of [20, 30, 40])
    writeSync(handle, Buffer.alloc(4_096, 0xaa), 0, 4_096, page * 4_096);
  closeSync(handle);
  const { exit } = run();
  expect([1, 2]).toContain(exit);
});

test("nothing is mended while the till runs", async () => {
  damage("UPDATE counter SET receipt = 9");
  const core = await startCore(folder);
  expect(run(true)).toMatchObject({ exit: 2, told: { code: "DB_IN_USE" } });
  await core.close();
  expect(readdirSync(folder).filter((name) => name.startsWith("before-repair"))).toEqual([]);
});
