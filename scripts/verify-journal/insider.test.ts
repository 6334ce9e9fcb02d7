import { describe, expect, test } from "vitest";
import { type Draft, draft, morning, returned, sale, undone, uuid } from "./testing/day.ts";
import { exportOf, FIRST } from "./testing/journal.ts";
import { faultsOf } from "./testing/judge.ts";

/*
 * Whoever holds a till's key can sign anything: these journals are chained and signed without fault,
 * and only what they say is wrong.
 */

type Fields = Record<string, unknown>;
type Line = Record<string, number | boolean>;

const faultsOfDrafts = (drafts: readonly Draft[]) => faultsOf(exportOf([{ ...FIRST, drafts }]));
/** The morning with entry `seq` changed. */
const changed = (seq: number, fields: Fields | ((body: Fields) => Fields)) =>
  morning().map((one, index) => {
    if (index !== seq - 1) return one;
    const change = typeof fields === "function" ? fields(one.body) : fields;
    return { ...one, body: { ...one.body, ...change } };
  });
const line = (index: number, fields: Line) => (body: Fields) => ({
  lines: (body.lines as Line[]).map((one, i) => (i === index ? { ...one, ...fields } : one)),
});
/** The morning with one more entry at its end. */
const and = (...drafts: Draft[]) => [...morning(), ...drafts];
const cash = (amount: number) => [{ no: 1, kind: "CASH", amount, confirmedBy: null }];

describe("a signed sale whose figures do not agree", () => {
  test.each<[string, Draft[], string[]]>([
    ["a line that costs otherwise", changed(4, line(0, { unitPrice: 34_000 })), ["1 4 LINE_SUM"]],
    ["lines not numbered from one", changed(4, line(1, { no: 3 })), ["1 4 LINE_SUM"]],
    [
      "more pieces than a line may have",
      changed(4, line(0, { qty: 10_000, unitPrice: 7 })),
      ["1 4 LINE_SUM"],
    ],
    [
      "a discount laid on another line",
      changed(4, (body) => {
        const first = line(0, { saleDiscount: 3_334, net: 66_666 })(body);
        return line(1, { saleDiscount: 1_666, net: 33_334 })({ ...body, ...first });
      }),
      ["1 4 SPREAD"],
    ],
    [
      "a total that is not the sum",
      changed(7, { total: 99_000, change: 51_000, turnover: 299_000 }),
      ["1 7 TOTAL"],
    ],
    ["goods counted that may not", changed(4, line(0, { mayCount: false })), ["1 4 COUNTED"]],
    ["goods counted for nobody", changed(5, { counted: 100_000 }), ["1 5 COUNTED"]],
    [
      "tenders not numbered from one",
      changed(4, { tenders: [{ no: 2, kind: "CASH", amount: 150_000, confirmedBy: null }] }),
      ["1 4 CHANGE"],
    ],
    ["change out of nothing", changed(4, { change: 60_000 }), ["1 4 CHANGE"]],
    ["less paid than the total", changed(4, { tenders: cash(90_000), change: 0 }), ["1 4 CHANGE"]],
    [
      "change on what is no cash",
      changed(4, { tenders: [{ no: 1, kind: "QRIS", amount: 150_000, confirmedBy: "cashier" }] }),
      ["1 4 CHANGE"],
    ],
    ["another month", changed(4, { period: "2026-12" }), ["1 4 PERIOD"]],
    ["no lines at all", changed(8, { ...sale(7, 4).body, lines: [] }), ["1 8 BODY_MALFORMED"]],
    [
      "a text for an amount",
      changed(8, { ...sale(7, 4).body, counted: "0" }),
      ["1 8 BODY_MALFORMED"],
    ],
  ])("%s", async (_name, drafts, expected) => {
    expect(await faultsOfDrafts(drafts)).toEqual(expected);
  });
});

describe("a signed journal whose numbers do not run", () => {
  const number = (seq: number, text: string) => changed(seq, { number: text });
  test.each<[string, Draft[], string[]]>([
    [
      "a repeated number",
      number(5, "KB-01-261102-000001"),
      ["1 5 NUMBER_REPEATED", "1 7 NUMBER_GAP"],
    ],
    ["a number left out", number(7, "KB-01-261102-000004"), ["1 7 NUMBER_GAP"]],
    [
      "a first number that is not one",
      number(4, "KB-01-261102-000002"),
      ["1 4 NUMBER_GAP", "1 5 NUMBER_REPEATED"],
    ],
    ["a number of another till", number(4, "KB-02-261102-000001"), ["1 4 NUMBER"]],
    ["a number of another outlet", number(4, "RT-01-261102-000001"), ["1 4 NUMBER"]],
    ["a number of another day", number(4, "KB-01-261101-000001"), ["1 4 NUMBER"]],
    [
      "a number that went back, and runs on",
      [
        ...changed(7, { number: "KB-01-261102-000001" }),
        sale(8, 4, { number: "KB-01-261102-000003" }),
      ],
      ["1 7 NUMBER_REPEATED"],
    ],
    ["a number zero", number(4, "KB-01-261102-000000"), ["1 4 NUMBER", "1 5 NUMBER_GAP"]],
    [
      "a number padded otherwise",
      number(4, "KB-01-261102-0000001"),
      ["1 4 NUMBER", "1 5 NUMBER_GAP"],
    ],
    [
      "turnover that leaves a sale out",
      changed(5, { turnover: 100_000 }),
      ["1 5 TURNOVER", "1 7 TURNOVER"],
    ],
    ["no turnover", changed(7, { turnover: null }), ["1 7 TURNOVER", "1 7 TURNOVER"]],
    ["reversals out of nothing", changed(7, { reversals: 5 }), ["1 7 REVERSALS"]],
    [
      "a closing that states less",
      and(draft("MONTH_NULL", 8, { turnover: 200_000, reversals: 0 })),
      ["1 9 TURNOVER", "1 9 MONTH_PERIOD"],
    ],
    [
      "a void that lowers the turnover instead",
      and(undone(8, 1, { turnover: 200_000, reversals: 0 })),
      ["1 9 TURNOVER", "1 9 REVERSALS"],
    ],
  ])("%s", async (_name, drafts, expected) => {
    expect(await faultsOfDrafts(drafts)).toEqual(expected);
  });
});

describe("a signed void or return that does not fit its sale", () => {
  const original = (fields: Fields) => ({ original: { ...named, ...fields } });
  const named = { tillId: uuid(1), seq: 4, saleId: uuid(2_001), number: "KB-01-261102-000001" };
  test.each<[string, Draft[], string[]]>([
    [
      "a void of a sale of another till",
      and(undone(8, 1, original({ tillId: uuid(9) }))),
      ["1 9 REVERSAL_REFERENCE"],
    ],
    [
      "a void of what is no sale",
      and(undone(8, 1, original({ seq: 3 }))),
      ["1 9 REVERSAL_REFERENCE"],
    ],
    [
      "a void of what comes after it",
      and(undone(8, 1, original({ seq: 40 }))),
      ["1 9 REVERSAL_REFERENCE"],
    ],
    [
      "a void of part of a sale",
      and(
        undone(8, 1, { total: 90_000, counted: 90_000, refunds: cash(90_000), reversals: 90_000 }),
      ),
      ["1 9 REVERSAL_OVER"],
    ],
    [
      "a second void of a sale",
      and(undone(8, 1), undone(9, 1, { reversals: 200_000 })),
      ["1 10 REVERSAL_OVER"],
    ],
    [
      "a return after the void",
      and(undone(8, 1), returned(9, 1, { reversals: 133_333 })),
      ["1 10 REVERSAL_OVER"],
    ],
    [
      "money paid back that is not the total",
      and(undone(8, 1, { refunds: cash(99_999) })),
      ["1 9 REVERSAL_SUM"],
    ],
    [
      "lines that are not the total",
      and(returned(8, 1, { lines: [{ originalNo: 2, qty: 1, refund: 1, condition: "BAIK" }] })),
      ["1 9 REVERSAL_SUM"],
    ],
    [
      "more counted off than paid back",
      and(returned(8, 1, { counted: 33_334 })),
      ["1 9 REVERSAL_SUM"],
    ],
    ["a return in another month", and(returned(8, 1, { period: "2026-10" })), ["1 9 REVERSAL_SUM"]],
    [
      "a return of no piece",
      and(
        returned(8, 1, { lines: [{ originalNo: 2, qty: 0, refund: 33_333, condition: "BAIK" }] }),
      ),
      ["1 9 BODY_MALFORMED"],
    ],
    ["a void whose month's part is none", and(undone(8, 1, { counted: -1 })), ["1 9 REVERSAL_SUM"]],
    ["a return without lines", and(returned(8, 1, { lines: [] })), ["1 9 BODY_MALFORMED"]],
    ["a void that names nothing", and(undone(8, 1, { original: null })), ["1 9 BODY_MALFORMED"]],
  ])("%s", async (_name, drafts, expected) => {
    expect(await faultsOfDrafts(drafts)).toEqual(expected);
  });
});

describe("a signed journal whose time, kind or signer is wrong", () => {
  const unsigned = (from: number, to: number, drafts = morning()) =>
    drafts.map((one, i) => (i + 1 >= from && i + 1 <= to ? { ...one, unsigned: true } : one));
  const restored = (fromSeq: unknown, toSeq: unknown) =>
    draft("SIGNER_RESTORED", 8, { fromSeq, toSeq });
  test.each<[string, Draft[], string[]]>([
    ["time moved back", and(draft("PIN_LOCKED", 6)), ["1 9 AT_FALLS"]],
    [
      "a time that does not exist",
      changed(8, { at: "2026-11-31T01:00:00.000Z" }),
      ["1 8 BODY_MALFORMED"],
    ],
    ["a kind nobody knows", and(draft("GIFT", 8)), ["1 9 KIND_UNKNOWN"]],
    ["a body of another version", changed(8, { v: 2 }), ["1 8 BODY_MALFORMED"]],
    [
      "a return whose total is none",
      and(draft("RETURN", 8, { number: "KB-01-261102-000004", total: "banyak" })),
      ["1 9 BODY_MALFORMED"],
    ],
    ["an outage nobody vouches for", unsigned(3, 3), ["1 3 SIGNATURE_MISSING"]],
    ["an outage at the end", unsigned(7, 8), ["1 7 SIGNATURE_MISSING"]],
    [
      "a range too short",
      [...unsigned(7, 8), restored(8, 8)],
      ["1 9 SIGNER_RANGE", "1 7 SIGNATURE_MISSING"],
    ],
    [
      "a range too long",
      [...unsigned(7, 8), restored(6, 8)],
      ["1 9 SIGNER_RANGE", "1 7 SIGNATURE_MISSING"],
    ],
    ["a range out of nothing", and(restored(7, 8)), ["1 9 SIGNER_RANGE"]],
    [
      "a range that vouches for itself",
      [...unsigned(7, 8), { ...restored(7, 9), unsigned: true }],
      ["1 9 SIGNER_RANGE", "1 7 SIGNATURE_MISSING"],
    ],
    [
      "a range vouched for too late",
      [...unsigned(7, 8), draft("PIN_LOCKED", 8), restored(7, 8)],
      ["1 7 SIGNATURE_MISSING", "1 10 SIGNER_RANGE"],
    ],
  ])("%s", async (_name, drafts, expected) => {
    expect(await faultsOfDrafts(drafts)).toEqual(expected);
  });

  test("an entry whose ids are none", async () => {
    expect(await faultsOfDrafts(changed(8, { actorId: "Rina" }))).toEqual(["1 8 BODY_MALFORMED"]);
    expect(await faultsOfDrafts(changed(4, { saleId: uuid(1).toUpperCase() }))).toEqual([
      "1 4 BODY_MALFORMED",
    ]);
  });
});
