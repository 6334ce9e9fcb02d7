import { expect, test } from "vitest";
import { type Draft, draft, morning, sale, uuid } from "./testing/day.ts";
import { exportOf, FIRST } from "./testing/journal.ts";
import { faultsOf } from "./testing/judge.ts";

const closing = (minute: number, fields: object = {}) =>
  draft("TILL_CLOSED", minute, { turnover: 0, reversals: 0, ...fields });
/** The morning before its shift was opened. */
const idle = morning().slice(0, 2);
const faultsOfDrafts = (...drafts: readonly Draft[]) => faultsOf(exportOf([{ ...FIRST, drafts }]));

test("a till may be closed once, with its sums, and nothing after it", async () => {
  expect(await faultsOfDrafts(...idle, closing(3))).toEqual([]);
});

test.each<[string, Draft[], string[]]>([
  ["an entry after it", [...idle, closing(3), draft("PIN_LOCKED", 4)], ["1 4 CLOSED"]],
  ["a sale after it", [...idle, closing(3), sale(4, 1)], ["1 4 CLOSED"]],
  ["a second closing", [...idle, closing(3), closing(4)], ["1 4 CLOSED"]],
  ["an open shift", [...morning(), closing(9, { turnover: 300_000 })], ["1 9 CLOSED"]],
  ["another turnover", [...idle, closing(3, { turnover: 5 })], ["1 3 TURNOVER"]],
  ["no turnover", [...idle, closing(3, { turnover: undefined })], ["1 3 TURNOVER"]],
  [
    "a shift opened after it",
    [...idle, closing(3), draft("SHIFT_OPENED", 4, { shiftId: uuid(121), float: 0 })],
    ["1 4 CLOSED"],
  ],
])("a closing with %s is named", async (_name, drafts, expected) => {
  expect(await faultsOfDrafts(...drafts)).toEqual(expected);
});
