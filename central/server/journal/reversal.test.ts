import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { saleHeader, saleReversals } from "../stores/sale-view.ts";
import { daySales } from "../stores/month-sales.ts";
import { SHOP } from "../testing/shop.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { newId, type TestTill } from "../testing/test-till.ts";
import { TillShift } from "../testing/till-shift.ts";
import { instantText } from "../../../shared/domain/period.ts";
import { lockMonth } from "../months/lock-month.ts";
import { rederive } from "../rederive/rederive.ts";

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
let centre: TestCentre;
let till: TestTill;
let shift: TillShift;
let tills = 0;

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => NOON } });
}, 120_000);
afterAll(() => centre.close());
beforeEach(async () => {
  tills += 1;
  const tillCode = String(tills).padStart(2, "0");
  till = await centre.enrolTill({ tillCode });
  await till.hello();
  shift = new TillShift(till, { startMs: NOON, tillCode });
});

const database = () => centre.centre.deps.database;

type Sums = { person: number; office: number; maker: number; pieces: number; day: number };

/** The month by person, office and maker, and the day, as they are stored. */
async function sums(): Promise<Sums> {
  const [row] = await database().query<Sums>(
    `select
       (select coalesce(sum(counted), 0)::bigint from person_month where person_id = $1) as person,
       (select coalesce(sum(counted), 0)::bigint from office_month where office_id = $2) as office,
       (select coalesce(sum(net), 0)::bigint from maker_month where maker_id = $3) as maker,
       (select coalesce(sum(pieces), 0)::bigint from maker_month where maker_id = $3) as pieces,
       (select coalesce(sum(total), 0)::bigint from till_day) as day`,
    [SHOP.personId, SHOP.officeId, SHOP.makerId],
  );
  if (row === undefined) throw new Error("no sums");
  return row;
}

const codesOf = async () => {
  const answer = await till.push();
  return answer.state === "ACCEPTED" ? answer.exceptions.map(({ code }) => code) : [answer.state];
};
const flagsOf = async (saleId: string) =>
  (await saleReversals(database(), "3513", saleId)).map(({ code }) => code);
const differences = () => database().transaction((tx) => rederive(tx, "3513"));

describe("a void", () => {
  test("takes the sale out of every total, in the batch that brings both", async () => {
    const before = await sums();
    const { count } = await daySales(database(), "3513", "2026-11-20");
    shift.undo(shift.sell({ qty: 2 }));
    expect(await codesOf()).toEqual([]);
    expect(await sums()).toEqual(before);
    expect((await daySales(database(), "3513", "2026-11-20")).count).toBe(count);
    expect(await differences()).toEqual([]);
  });

  test("shows on the sale, with who did it and who approved", async () => {
    const sold = shift.sell();
    await till.push();
    shift.undo(sold);
    await till.push(4, 4);
    const { saleId } = sold.sale;
    expect(await saleHeader(database(), "3513", saleId)).toMatchObject({
      isVoided: true,
      takenBack: 35_000,
    });
    expect(await saleReversals(database(), "3513", saleId)).toMatchObject([
      { kind: "VOID", reason: "WRONG_BUYER", alone: false, took: 35_000, code: null },
    ]);
  });

  test("by one person alone is counted and flagged", async () => {
    const sold = shift.sell();
    shift.undo(sold, { approval: undefined, alone: true });
    expect(await codesOf()).toEqual([]);
    expect(await flagsOf(sold.sale.saleId)).toEqual(["VOID_ALONE"]);
  });

  test("a second time is flagged and takes nothing", async () => {
    const before = await sums();
    const sold = shift.sell();
    shift.undo(sold);
    shift.undo(sold);
    expect(await codesOf()).toEqual([]);
    expect(await sums()).toEqual(before);
    expect(await flagsOf(sold.sale.saleId)).toEqual([null, "RETURNED_TOO_MUCH"]);
    expect(await differences()).toEqual([]);
  });

  test("in another shift is counted and flagged", async () => {
    const sold = shift.sell();
    shift.undo(sold, { shiftId: newId() });
    expect(await codesOf()).toEqual([]);
    expect(await flagsOf(sold.sale.saleId)).toEqual(["VOID_OTHER_SHIFT"]);
  });
});

describe("a return", () => {
  test("reduces the month of its sale by its share, and its own day", async () => {
    const before = await sums();
    const sold = shift.sell({ qty: 3 });
    shift.bringBack(sold, 1);
    expect(await codesOf()).toEqual([]);
    const after = await sums();
    expect(after).toEqual({
      person: before.person + 70_000,
      office: before.office + 70_000,
      maker: before.maker + 70_000,
      pieces: before.pieces + 2,
      day: before.day + 70_000,
    });
    expect(await differences()).toEqual([]);
  });

  test("reaches the tills as the buyer's new month", async () => {
    const { cursor } = await till.pull();
    const sold = shift.sell({ qty: 2, personId: SHOP.shortPersonId });
    await till.push();
    shift.bringBack(sold, 1);
    await till.push(4, 4);
    const { changes } = await till.pull(cursor);
    const months = changes.filter(({ kind }) => kind === "month_total");
    expect(months.at(-1)).toMatchObject({ value: { counted: 35_000 } });
  });

  test("of more than was sold is flagged, never refused, and takes what there is", async () => {
    const before = await sums();
    const sold = shift.sell({ qty: 1 });
    shift.bringBack(sold, 3);
    expect(await codesOf()).toEqual([]);
    expect(await sums()).toEqual(before);
    expect(await flagsOf(sold.sale.saleId)).toEqual(["RETURNED_TOO_MUCH"]);
    expect(await differences()).toEqual([]);
  });

  test("that pays more for a piece than it was sold for is flagged, and takes its share alone", async () => {
    const before = await sums();
    const sold = shift.sell({ qty: 3 });
    const total = 105_000;
    shift.bringBack(sold, 1, {
      lines: [{ originalNo: 1, qty: 1, refund: total, condition: "BAIK" }],
      refunds: [{ no: 1, kind: "CASH", amount: total }],
      total,
      counted: total,
      reversals: total,
    });
    expect(await codesOf()).toEqual([]);
    expect((await sums()).person).toBe(before.person + 70_000);
    expect(await flagsOf(sold.sale.saleId)).toEqual(["RETURNED_TOO_MUCH"]);
    expect(await differences()).toEqual([]);
  });

  test("the sequence of numbers goes on with it", async () => {
    shift.bringBack(shift.sell(), 1);
    shift.sell();
    expect(await codesOf()).toEqual([]);
  });
});

describe("after the sale's month was locked", () => {
  const month = async (period: string) => {
    const [row] = await database().query<{ counted: number }>(
      `select coalesce(sum(counted), 0)::bigint as counted from person_month
       where person_id = $1 and period = $2`,
      [SHOP.personId, period],
    );
    return row?.counted;
  };
  const lock = (period: string, userId = newId()) =>
    lockMonth(centre.centre.deps, { period, userId });

  test("a return reduces the month it was made in, is flagged, and the locked month stays", async () => {
    const lastMonth = Date.parse("2026-10-20T05:00:00.000Z");
    till = await centre.enrolTill({ tillCode: "90" });
    await till.hello();
    const late = new TillShift(till, { startMs: lastMonth, tillCode: "90" });
    const sold = late.sell({ qty: 2 });
    expect(await codesOf()).toEqual([]);
    const [october, november] = [await month("2026-10"), await month("2026-11")];
    await lock("2026-10");
    await lock("2026-10");
    const number = sold.sale.number.replace(/-\d{6}-\d+$/, "-261120-000002");
    late.bringBack(sold, 1, { at: instantText(NOON), period: "2026-11", number });
    expect(await codesOf()).toEqual([]);
    expect(await month("2026-10")).toBe(october);
    expect(await month("2026-11")).toBe((november ?? 0) - 35_000);
    expect(await flagsOf(sold.sale.saleId)).toEqual(["AFTER_LOCK"]);
    expect(await differences()).toEqual([]);
  });

  test("and a month is not locked before the 6th after it", async () => {
    await expect(lock("2026-11")).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  });
});

describe("a reversal is kept aside", () => {
  const other = () => newId();
  test.each([
    [
      "of a sale nobody knows",
      "ENTRY_REFERENCE",
      () => {
        const sold = shift.sell();
        shift.undo({ ...sold, sale: { ...sold.sale, saleId: other() } });
      },
    ],
    [
      "that names another entry",
      "ENTRY_REFERENCE",
      () => {
        const sold = shift.sell();
        shift.undo({ ...sold, seq: sold.seq - 1 });
      },
    ],
    [
      "of another till",
      "ENTRY_REFERENCE",
      () => {
        const { seq, sale } = shift.sell();
        const { saleId, number } = sale;
        const original = { tillId: other(), seq, saleId, number };
        shift.undo({ ...shift.sell(), sale }, { original });
      },
    ],
    [
      "that voids without approval and does not say so",
      "ENTRY_REFERENCE",
      () => {
        shift.undo(shift.sell(), { approval: undefined });
      },
    ],
    [
      "whose money does not add up",
      "ENTRY_SUMS",
      () => {
        shift.undo(shift.sell(), { refunds: [{ no: 1, kind: "CASH", amount: 1 }] });
      },
    ],
    [
      "whose running sum does not follow",
      "ENTRY_TURNOVER",
      () => {
        shift.undo(shift.sell(), { reversals: 99_000 });
      },
    ],
    [
      "with a number out of sequence",
      "ENTRY_NUMBER",
      () => {
        const sold = shift.sell();
        shift.bringBack(sold, 1, { number: sold.sale.number });
      },
    ],
  ])("%s", async (_what, code, write) => {
    const before = await sums();
    write();
    expect((await codesOf())[0]).toBe(code);
    const after = await sums();
    expect(after.person).toBeGreaterThanOrEqual(before.person + 35_000);
    expect(await differences()).toEqual([]);
  });
});
