import { afterAll, beforeAll, expect, test } from "vitest";
import { SHOP } from "../testing/shop.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { TillShift } from "../testing/till-shift.ts";
import { rederive } from "./rederive.ts";

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
let centre: TestCentre;
let tillId: string;
let saleId: string;

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => NOON } });
  const till = await centre.enrolTill();
  ({ tillId } = till);
  await till.hello();
  const shift = new TillShift(till, { startMs: NOON, tillCode: "01" });
  const sold = shift.sell({ qty: 3 });
  ({ saleId } = sold.sale);
  shift.bringBack(sold, 1);
  shift.sell({ personId: null });
  shift.sell({ change: { total: 1 } });
  await till.push();
}, 60_000);
afterAll(() => centre.close());

const database = () => centre.centre.deps.database;
const named = async () =>
  (await database().transaction((tx) => rederive(tx, "3513"))).map(({ table, key }) => [
    table,
    key,
  ]);

test("what is stored is what the journal gives", async () => {
  expect(await named()).toEqual([]);
});

const month = `2026-11 ${SHOP.personId}`;
const tampered = [
  ["till_head", "turnover = turnover + 1", () => tillId],
  ["till_head", "hash = repeat('a', 64)", () => tillId],
  ["sale", "counted = counted - 5000", () => saleId],
  ["sale_line", "net = net + 1", () => saleId],
  ["reversal", "took = took - 1", () => `${tillId} 4`],
  ["till_day", "sales = sales + 1", () => `2026-11-20 ${tillId}`],
  ["person_month", "counted = counted + 1", () => month],
  ["office_month", "total = total + 1", () => `2026-11 ${SHOP.officeId}`],
  ["maker_month", "pieces = pieces - 1", () => `2026-11 ${SHOP.makerId}`],
  ["feed", `value = replace(value, '"counted":70000', '"counted":7')`, () => month],
] as const;

test.each(tampered)("a %s where %s was done by hand is named", async (table, change, key) => {
  const where = table === "feed" ? "where kind = 'month_total'" : only(table);
  await database().query(`create table aside as select * from ${table} ${where}`);
  await database().query(`update ${table} set ${change} ${where}`);
  const told = table === "sale_line" ? "sale" : table;
  expect(await named()).toEqual([[told, key()]]);
  await database().query(`delete from ${table} ${where}`);
  await database().query(`insert into ${table} select * from aside`);
  await database().query("drop table aside");
  expect(await named()).toEqual([]);
});

/** The one row that a case spoils where the table has several. */
function only(table: string): string {
  return table === "sale" || table === "sale_line" ? `where sale_id = '${saleId}'` : "";
}

test("a total that has no row any more, and one of nobody, are named", async () => {
  await database().query("create table aside as select * from person_month");
  await database().query("delete from person_month");
  expect(await named()).toEqual([["person_month", month]]);
  await database().query("insert into person_month select * from aside");
  await database().query(
    `insert into person_month select regency_id, '2026-10', person_id, 1, 1, 1 from aside`,
  );
  expect(await named()).toEqual([["person_month", `2026-10 ${SHOP.personId}`]]);
  await database().query("delete from person_month where period = '2026-10'");
});

test("an entry whose text was changed is named, with all that follows from it", async () => {
  await database().query("alter table journal_entry disable trigger user");
  await database().query("update journal_entry set body = replace(body, '35000', '34000')");
  const tables = (await named()).map(([table]) => table);
  expect(tables).toContain("journal_entry");
  expect(tables).toContain("till_head");
});
