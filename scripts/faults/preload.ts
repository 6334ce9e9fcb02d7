import { spawnSync } from "node:child_process";
import path from "node:path";

/** A C source built to be preloaded, or null with the reason printed where it cannot be. */
export function compilePreload(source: string, folder: string): string | null {
  const library = path.join(folder, `${path.basename(source, ".c")}.so`);
  const made = spawnSync("gcc", ["-shared", "-fPIC", "-O2", "-o", library, source, "-ldl"]);
  if (process.platform === "linux" && made.status === 0) return library;
  process.stdout.write(`left out: this system has no gcc to build ${path.basename(source)} with\n`);
  return null;
}
