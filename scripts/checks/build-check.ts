import { join } from "node:path";
import { runStep, type Tally } from "./step.ts";

/** The product's build, and what only tests start beside it. */
export async function runBuild(root: string): Promise<Tally> {
  const entry = join(root, "scripts", "build", "main.ts");
  const { ok, output, seconds } = await runStep(
    { name: "build", command: process.execPath, args: [entry, "--test"] },
    { root, live: false },
  );
  process.stdout.write(`${ok ? "ok  " : "FAIL"} build (${seconds.toFixed(1)} s)\n`);
  if (!ok) process.stdout.write(`${output}\n`);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
