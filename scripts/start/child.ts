import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

const GRACE_MS = 10_000;

/** Ends a process we started, in order, or by force when it takes too long. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.stdin?.end();
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
  await exited;
  clearTimeout(force);
}
