import { execFileSync } from "node:child_process";
import type { ElectronApplication } from "@playwright/test";

/** The process id of the core, whichever process carries it. Fails with: Error when none runs. */
export async function coreProcessId(app: ElectronApplication): Promise<number> {
  const utility = await app.evaluate(
    ({ app: electron }) =>
      electron.getAppMetrics().find(({ name }) => name === "Bela Beli core")?.pid,
  );
  return utility ?? forkedCore(app.process().pid);
}

/** The forked Node is the only child of the shell that runs a core file. */
function forkedCore(shellId: number | undefined): number {
  const table = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  const line = table
    .split("\n")
    .find((one) => one.includes("core.cjs") && one.trim().split(/\s+/)[1] === String(shellId));
  if (line === undefined) throw new Error("no core is running");
  return Number(line.trim().split(/\s+/)[0]);
}
