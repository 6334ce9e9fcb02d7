import { z } from "zod";
import type { Tally } from "./step.ts";

const VitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
});
const PlaywrightReport = z.object({
  stats: z.object({
    expected: z.int(),
    unexpected: z.int(),
    flaky: z.int(),
    skipped: z.int(),
  }),
});

/** Counts of a vitest JSON report. What was left out counts as failed: nothing may be skipped. */
export function vitestTally(report: string): Tally {
  const counts = VitestReport.parse(JSON.parse(report));
  return {
    passed: counts.numPassedTests,
    failed: counts.numFailedTests + counts.numPendingTests + counts.numTodoTests,
  };
}

/** Counts of a Playwright JSON report. A test that passed only when tried again counts as failed. */
export function playwrightTally(report: string): Tally {
  const { stats } = PlaywrightReport.parse(JSON.parse(report));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
}

/** A run that ended badly without a failed test (no report, a crash) is one failure itself. */
export function judgeRun(run: {
  ok: boolean;
  report: string | null;
  tallyOf: (report: string) => Tally;
}): Tally {
  const tally = run.report === null ? { passed: 0, failed: 0 } : run.tallyOf(run.report);
  if (tally.failed > 0 || (run.ok && tally.passed > 0)) return tally;
  return { ...tally, failed: 1 };
}
