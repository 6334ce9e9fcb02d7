import { expect, test } from "vitest";
import { rosterAge } from "./roster.ts";

const DAY_MS = 86_400_000;

test("a roster is warned of from day 14 and is over on day 45", () => {
  expect(rosterAge(0, 14 * DAY_MS - 1)).toEqual({ state: "FRESH", days: 13, daysLeft: 32 });
  expect(rosterAge(0, 14 * DAY_MS)).toEqual({ state: "AGEING", days: 14, daysLeft: 31 });
  expect(rosterAge(0, 45 * DAY_MS - 1)).toEqual({ state: "AGEING", days: 44, daysLeft: 1 });
  expect(rosterAge(0, 45 * DAY_MS)).toEqual({ state: "EXPIRED", days: 45, daysLeft: 0 });
});

test("a clock that went back makes no roster old", () => {
  expect(rosterAge(10 * DAY_MS, 0)).toEqual({ state: "FRESH", days: 0, daysLeft: 45 });
});
