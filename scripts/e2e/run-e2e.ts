import { availableParallelism } from "node:os";
import { runPlaywright } from "../checks/test-runs.ts";
import type { Tally } from "../checks/step.ts";
import { hasDisplay, startVirtualDisplay } from "../display/virtual-display.ts";
import { electronRuntime } from "../electron/runtime.ts";

/** Tests that run side by side; a developer's own display takes one at a time. */
const SIDE_BY_SIDE = Math.min(2, availableParallelism());

/** Runs the end-to-end tests in a real Electron, on displays of our own where there is none. */
export async function runE2e(options: { root: string; args: readonly string[] }): Promise<Tally> {
  const say = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  // Fetched before the first test, whose own time limit is not meant for a download.
  await electronRuntime({ root: options.root, say });
  const count = hasDisplay() ? 0 : SIDE_BY_SIDE;
  const displays = await Promise.all(Array.from({ length: count }, () => startVirtualDisplay()));
  try {
    return await runPlaywright({ ...options, displays: displays.map(({ name }) => name) });
  } finally {
    await Promise.all(displays.map((display) => display.stop()));
  }
}
