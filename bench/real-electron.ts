import path from "node:path";
import { ensurePackages } from "../scripts/system/debian-packages.ts";
import { hasDisplay, startVirtualDisplay } from "../scripts/display/virtual-display.ts";

/** The project's folder: what Electron is told to run. */
export const ROOT = path.join(import.meta.dirname, "..");

/** The display to open windows on: the one there is, else one of our own. */
export async function withDisplay(): Promise<{
  readonly name: string;
  readonly stop: () => Promise<void>;
}> {
  ensurePackages((text) => process.stderr.write(`${text}\n`));
  if (hasDisplay()) {
    return { name: process.env["DISPLAY"] ?? "", stop: () => Promise.resolve() };
  }
  return startVirtualDisplay();
}
