import { join } from "node:path";
import { runBuild } from "../checks/build-check.ts";
import { runStaticChecks } from "../checks/static-checks.ts";
import type { Tally } from "../checks/step.ts";
import { runVitest } from "../checks/test-runs.ts";
import { runE2e } from "../e2e/run-e2e.ts";
import { ensurePackages } from "../system/debian-packages.ts";

/*
 * `npm test`: every check there is. A part that cannot run counts as one failure, and the last line
 * is always the sum of all parts.
 */
const root = join(import.meta.dirname, "..", "..");
const total: Tally = { passed: 0, failed: 0 };

if (ensurePackages(say)) {
  await count(() => runStaticChecks(root));
  await count(() => runBuild(root));
  await count(() => runVitest({ root, args: [] }));
  await count(() => runE2e({ root, args: [] }));
} else {
  total.failed += 1;
}
process.exitCode = total.failed > 0 ? 1 : 0;
say("");
say(`${total.passed} passed, ${total.failed} failed`);

async function count(part: () => Promise<Tally>): Promise<void> {
  try {
    const { passed, failed } = await part();
    total.passed += passed;
    total.failed += failed;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    total.failed += 1;
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
