import { describe, expect, test } from "vitest";
import { judgeRun, playwrightTally, vitestTally } from "./report-tally.ts";

const vitest = (passed: number, failed: number, pending = 0): string =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: 0,
    success: failed === 0,
  });
const playwright = (expected: number, unexpected: number, flaky = 0): string =>
  JSON.stringify({ stats: { expected, unexpected, flaky, skipped: 0 }, errors: [] });

describe("the count of a test run", () => {
  test("is what the reports say", () => {
    expect(vitestTally(vitest(7, 2))).toEqual({ passed: 7, failed: 2 });
    expect(playwrightTally(playwright(5, 1))).toEqual({ passed: 5, failed: 1 });
  });

  test("takes what was skipped or passed at a second try for failed", () => {
    expect(vitestTally(vitest(7, 0, 3)).failed).toBe(3);
    expect(playwrightTally(playwright(5, 0, 2)).failed).toBe(2);
  });
});

describe("a run", () => {
  test("passes with the counts of its report", () => {
    const run = { ok: true, report: vitest(3, 0), tallyOf: vitestTally };
    expect(judgeRun(run)).toEqual({ passed: 3, failed: 0 });
  });

  test.each([
    ["ended badly although no test failed", { ok: false, report: vitest(3, 0) }],
    ["ran no test at all", { ok: true, report: vitest(0, 0) }],
    ["left no report", { ok: true, report: null }],
  ])("is a failure when it %s", (_name, run) => {
    expect(judgeRun({ ...run, tallyOf: vitestTally }).failed).toBe(1);
  });
});
