import { runStep, type Step, type Tally } from "./step.ts";

/** Every folder's types are checked against what that folder may use. */
const TYPED = [
  "tsconfig.tools.json",
  "shared",
  "shared/tsconfig.pure.json",
  "electron/main",
  "electron/preload",
  "electron/core",
  "renderer",
  "central/server",
  "central/web",
  "scripts",
  "e2e",
  "bench",
];

const STATIC_CHECKS: readonly Step[] = [
  { name: "format", command: "biome", args: ["format", "."] },
  { name: "lint", command: "oxlint", args: ["--deny-warnings"] },
  ...TYPED.map((project) => ({ name: `types ${project}`, command: "tsc", args: ["-p", project] })),
  { name: "unused code", command: "knip", args: ["--treat-config-hints-as-errors"] },
];

/** Runs each static check; one that fails shows what it found. */
export async function runStaticChecks(root: string): Promise<Tally> {
  const tally = { passed: 0, failed: 0 };
  for (const step of STATIC_CHECKS) {
    const { ok, output, seconds } = await runStep(step, { root, live: false });
    process.stdout.write(`${ok ? "ok  " : "FAIL"} ${step.name} (${seconds.toFixed(1)} s)\n`);
    if (!ok) process.stdout.write(`${output}\n`);
    tally[ok ? "passed" : "failed"] += 1;
  }
  return tally;
}
