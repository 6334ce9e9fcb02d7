import { expect, test } from "vitest";
import { type Draft, draft, morning, practised, sale, turn, uuid } from "./testing/day.ts";
import { exportOf, FIRST } from "./testing/journal.ts";
import { faultsOf } from "./testing/judge.ts";

const faultsOfDrafts = (...drafts: readonly Draft[]) =>
  faultsOf(exportOf([{ ...FIRST, drafts: [...morning(), ...drafts] }]));

test("a training between its begin and its end is sound, and the sale after it counts on", async () => {
  expect(await faultsOfDrafts(turn(8, 1), practised(9), turn(10, 0), sale(11, 4))).toEqual([]);
});

test.each<[string, Draft[], string[]]>([
  ["a training sale that nobody began", [practised(8)], ["1 9 TRAINING"]],
  ["a training sale after the end", [turn(8, 1), turn(9, 0), practised(10)], ["1 11 TRAINING"]],
  ["a real sale in training", [turn(8, 1), sale(9, 4), turn(10, 0)], ["1 10 TRAINING"]],
  [
    "cash moved in training",
    [turn(8, 1), draft("CASH_MOVED", 9, { shiftId: uuid(120), direction: "OUT", amount: 5 })],
    ["1 10 TRAINING"],
  ],
  ["a begin while it is on", [turn(8, 1), turn(9, 1)], ["1 10 TRAINING"]],
  ["a turn that is none", [turn(8, 2)], ["1 9 BODY_MALFORMED"]],
  [
    "a training sale without an id",
    [turn(8, 1), practised(9, { trainingId: null })],
    ["1 10 BODY_MALFORMED"],
  ],
  ["an end that ends nothing", [turn(8, 0)], ["1 9 TRAINING"]],
  [
    "a training sale with a number",
    [turn(8, 1), practised(9, { number: "KB-01-261102-000004" })],
    ["1 10 TRAINING"],
  ],
  [
    "a training sale that adds to the turnover",
    [turn(8, 1), practised(9, { turnover: 400_000 })],
    ["1 10 TRAINING", "1 10 TURNOVER"],
  ],
  [
    "a training sale whose figures do not agree",
    [turn(8, 1), practised(9, { total: 90_000, change: 60_000 })],
    ["1 10 TOTAL"],
  ],
  [
    "a training sale without lines",
    [turn(8, 1), practised(9, { lines: [] })],
    ["1 10 BODY_MALFORMED"],
  ],
])("%s", async (_name, drafts, expected) => {
  expect(await faultsOfDrafts(...drafts)).toEqual(expected);
});
