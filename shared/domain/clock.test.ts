import { expect, test } from "vitest";
import { type ClockWitness, isClockJump } from "./clock.ts";

const MINUTE_MS = 60_000;

test.each<[ClockWitness, number, boolean]>([
  ["MONOTONIC", -2_000, false],
  ["MONOTONIC", -2_001, true],
  ["MONOTONIC", 5 * MINUTE_MS, false],
  ["MONOTONIC", 5 * MINUTE_MS + 1, true],
  ["CENTRE", -5 * MINUTE_MS, false],
  ["CENTRE", -5 * MINUTE_MS - 1, true],
  ["CENTRE", 5 * MINUTE_MS + 1, true],
  ["JOURNAL", -2_001, true],
  ["JOURNAL", 90 * MINUTE_MS, false],
])("held against %s, a clock %i ms from where it should be: a jump is %s", (against, ms, jump) => {
  expect(isClockJump(against, { expected: 1_000_000, found: 1_000_000 + ms })).toBe(jump);
});
