import { runPlaywright } from "../checks/test-runs.ts";
import type { Tally } from "../checks/step.ts";
import { hasDisplay, startVirtualDisplay } from "../display/virtual-display.ts";
import { electronRuntime } from "../electron/runtime.ts";

/** Runs the end-to-end tests in a real Electron, on a display of our own where there is none. */
export async function runE2e(options: { root: string; args: readonly string[] }): Promise<Tally> {
  const say = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  // Fetched before the first test, whose own time limit is not meant for a download.
  await electronRuntime({ root: options.root, say });
  const display = hasDisplay() ? null : await startVirtualDisplay();
  try {
    return await runPlaywright({ ...options, display: display?.name ?? null });
  } finally {
    await display?.stop();
  }
}
