import { afterAll, beforeAll, expect, test } from "vitest";
import { SHOP } from "../testing/shop.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import type { TestTill } from "../testing/test-till.ts";
import { newestFeedSeq } from "./feed.ts";
import { saveStock } from "./stock.ts";

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
let centre: TestCentre;
let till: TestTill;

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => NOON } });
  till = await centre.enrolTill();
  await till.hello();
}, 120_000);
afterAll(() => centre.close());

const setStock = (outletId: string, qty: number) =>
  centre.centre.deps.database.transaction((tx) =>
    saveStock(tx, "3513", [{ outletId, productId: SHOP.productId, qty }]),
  );

test("pages of a pull make up one snapshot in rising order, each key once", async () => {
  const whole = await till.pull();
  expect(whole.more).toBe(false);
  const seqs = whole.changes.map(({ feedSeq }) => feedSeq);
  expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  expect(new Set(seqs).size).toBe(seqs.length);

  const paged: number[] = [];
  for (let cursor = 0, more = true; more; ) {
    const page = await till.pull(cursor, 4);
    paged.push(...page.changes.map(({ feedSeq }) => feedSeq));
    ({ cursor, more } = page);
  }
  expect(paged).toEqual(seqs);
});

test("a change moves its key to the end, and saying the same again changes nothing", async () => {
  const { cursor } = await till.pull();
  await setStock(SHOP.outletId, 19);
  const { changes, cursor: after } = await till.pull(cursor);
  expect(changes).toMatchObject([{ kind: "stock", feedSeq: cursor + 1, value: { qty: 19 } }]);
  await setStock(SHOP.outletId, 19);
  expect(await till.pull(after)).toEqual({ changes: [], cursor: after, more: false });
});

test("another outlet's stock stays unknown, yet the cursor passes it", async () => {
  const { cursor } = await till.pull();
  const { database } = centre.centre.deps;
  const other = "019a41c2-7c00-7000-8000-000000000199";
  await database.query("insert into outlet values ('3513', $1, 'KR', 'Lain', '-')", [other]);
  await setStock(other, 5);
  const { changes, cursor: after } = await till.pull(cursor);
  expect(changes).toEqual([]);
  expect(after).toBe(await newestFeedSeq(database, "3513"));
});

test("a month total of long ago is not sent any more", async () => {
  const { database } = centre.centre.deps;
  const old = JSON.stringify({
    personId: SHOP.personId,
    period: "2026-09",
    counted: 1,
    asOf: NOON,
  });
  const seq = (await newestFeedSeq(database, "3513")) + 1;
  await database.query("insert into feed values ('3513', 'month_total', $1, $2, null, $3)", [
    `2026-09:${SHOP.personId}`,
    seq,
    old,
  ]);
  const { changes } = await till.pull();
  expect(changes.filter(({ kind }) => kind === "month_total")).toEqual([]);
});
