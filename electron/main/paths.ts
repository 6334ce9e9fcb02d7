import { join } from "node:path";
import type { CoreName } from "./flags.ts";

/** Where the shell's files are, from the folder that holds `out/` and `resources/` (the app's root). */
export type ShellPaths = {
  preload: string;
  pages: string;
  pictures: string;
  core: string;
  /** Node for a forked core, by platform package; only an older engine needs it */
  nodeCandidates: readonly string[];
};

export function shellPaths(
  root: string,
  options: { core: CoreName; platform: string; arch: string },
): ShellPaths {
  const { platform, arch } = options;
  const node = platform === "win32" ? "node.exe" : "node";
  const system = platform === "win32" ? "win" : platform;
  return {
    preload: join(root, "out", "preload", "preload.cjs"),
    pages: join(root, "out", "renderer"),
    pictures: join(root, "resources", "pictures"),
    core:
      options.core === "till"
        ? join(root, "out", "core", "core.cjs")
        : join(root, "out", "test", `core-${options.core}.cjs`),
    nodeCandidates: [`node-${system}-${arch}`, `node-bin-${system}-${arch}`].map((name) =>
      join(root, "node_modules", name, "bin", node),
    ),
  };
}
