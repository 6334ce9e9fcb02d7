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

/** Runs the end-to-end tests on windows; `display` is the X server to use, if one had to be started. */
export function runPlaywright(options: RunOptions & { display: string | null }): Promise<Tally> {
  const { root, args, display } = options;
  return withReport(async (report) => {
    const { ok } = await runStep(
      {
        name: "playwright",
        command: "playwright",
        args: ["test", "--config=e2e/playwright.config.ts", "--reporter=list,json", ...args],
        limitMs: WINDOWS_LIMIT_MS,
        env: {
          PLAYWRIGHT_JSON_OUTPUT_FILE: report,
          ...(display === null ? {} : { DISPLAY: display }),
        },
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
