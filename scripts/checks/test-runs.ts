import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judgeRun, playwrightTally, vitestTally } from "./report-tally.ts";
import { runStep, type Tally } from "./step.ts";

/** A slow machine still comes to its end in this time; a run that hangs does not go on for ever. */
const WINDOWS_LIMIT_MS = 40 * 60_000;

type RunOptions = { root: string; args: readonly string[] };

/** Runs the unit and integration tests. */
export function runVitest({ root, args }: RunOptions): Promise<Tally> {
  return withReport(async (report) => {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const { ok } = await runStep(
      { name: "vitest", command: "vitest", args: ["run", ...reporters, ...args] },
      { root, live: true },
    );
    return judgeRun({ ok, report: await textOf(report), tallyOf: vitestTally });
  });
}

/**
 * Runs the end-to-end tests on windows, one beside the other on each of `displays`: names of the X
 * servers that had to be started, none where there is a display already.
 */
export function runPlaywright(
  options: RunOptions & { displays: readonly string[] },
): Promise<Tally> {
  const { root, args, displays } = options;
  return withReport(async (report) => {
    const { ok } = await runStep(
      {
        name: "playwright",
        command: "playwright",
        args: ["test", "--config=e2e/playwright.config.ts", "--reporter=list,json", ...args],
        limitMs: WINDOWS_LIMIT_MS,
        env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, E2E_DISPLAYS: displays.join(" ") },
      },
      { root, live: true },
    );
    return judgeRun({ ok, report: await textOf(report), tallyOf: playwrightTally });
  });
}

async function withReport(run: (path: string) => Promise<Tally>): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), "bela-beli-report-"));
  try {
    return await run(join(folder, "report.json"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function textOf(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch(() => null);
}
