import { join } from "node:path";
import { runBuild } from "../checks/build-check.ts";
import { ensurePackages } from "../system/debian-packages.ts";
import { runE2e } from "./run-e2e.ts";

/* `npm run e2e`: builds, then the end-to-end tests; arguments go to Playwright. */
const root = join(import.meta.dirname, "..", "..");
const ready = ensurePackages((text) => process.stdout.write(`${text}\n`));
const build = ready ? await runBuild(root) : { passed: 0, failed: 1 };
const failed =
  build.failed > 0 ? build.failed : (await runE2e({ root, args: process.argv.slice(2) })).failed;
process.exitCode = failed > 0 ? 1 : 0;
