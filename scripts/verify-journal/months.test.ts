import { describe, expect, test } from "vitest";
import { type Draft, draft } from "./testing/day.ts";
import { exportOf, FIRST } from "./testing/journal.ts";
import { faultsOf } from "./testing/judge.ts";

const faultsOfDrafts = (drafts: readonly Draft[]) => faultsOf(exportOf([{ ...FIRST, drafts }]));

/** Minutes from 2 November to the 2nd of a month after it. */
const DECEMBER = 30 * 1_440;
const JANUARY = 61 * 1_440;
const MARCH = 120 * 1_440;
const sums = { turnover: 0, reversals: 0 };
const opening = (minute: number, period: string, skipped: string[] = []): Draft =>
  draft("MONTH_NULL", minute, { period, skipped, ...sums });
const setting = (minute: number, fields: object = {}): Draft =>
  draft("SETTING_CHANGED", minute, { name: "IDLE_LOCK", hash: "a".repeat(64), ...fields });
const started = draft("TILL_STARTED", 0);

test("months begun by their own entry are sound, those without any named", async () => {
  const drafts = [
    started,
    opening(DECEMBER, "2026-12"),
    setting(DECEMBER + 1),
    opening(MARCH, "2027-03", ["2027-01", "2027-02"]),
  ];
  expect(await faultsOfDrafts(drafts)).toEqual([]);
});

test("a month that a doubtful clock touched is not begun by it, but is none without entries", async () => {
  const drafts = [
    started,
    setting(JANUARY, { clock: "DOUBTFUL" }),
    setting(5, { clock: "DOUBTFUL" }),
    opening(MARCH, "2027-03", ["2026-12", "2027-02"]),
  ];
  expect(await faultsOfDrafts(drafts)).toEqual([]);
});

describe("named is", () => {
  test.each<[string, Draft[], string[]]>([
    ["a month's beginning left out", [setting(DECEMBER)], ["1 2 MONTH_MISSING"]],
    [
      "a month left out of the list",
      [opening(MARCH, "2027-03", ["2027-02"])],
      ["1 2 MONTH_SKIPPED"],
    ],
    [
      "a month with entries that is listed as skipped",
      [opening(DECEMBER, "2026-12"), opening(JANUARY, "2027-01", ["2026-12"])],
      ["1 3 MONTH_SKIPPED"],
    ],
    [
      "a list that is none",
      [draft("MONTH_NULL", DECEMBER, { period: "2026-12", ...sums })],
      ["1 2 MONTH_SKIPPED"],
    ],
    [
      "a month begun twice",
      [opening(DECEMBER, "2026-12"), opening(DECEMBER + 1, "2026-12")],
      ["1 3 MONTH_REPEATED"],
    ],
    ["another month than that of its time", [opening(DECEMBER, "2027-01")], ["1 2 MONTH_PERIOD"]],
    [
      "a month begun amid a shift",
      [
        draft("SHIFT_OPENED", 1, { shiftId: "019a41c2-7c00-7000-8000-000000000120", float: 0 }),
        opening(DECEMBER, "2026-12"),
      ],
      ["1 3 MONTH_SHIFT"],
    ],
  ])("%s", async (_name, drafts, expected) => {
    expect(await faultsOfDrafts([started, ...drafts])).toEqual(expected);
  });
});
