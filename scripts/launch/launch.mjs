import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./dependencies.mjs";
import { findNode } from "./node24.mjs";

/**
 * Runs `scripts/<script>` on the project's Node with this process's arguments, after installing what
 * is missing. This file and its neighbours run on Node 20 or newer and need no package themselves.
 * @param {string} script
 */
export function launch(script) {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  ensureDependencies(root);
  const node = findNode(root);
  const bin = join(root, "node_modules", ".bin");
  const child = spawn(node, [join(root, "scripts", script), ...process.argv.slice(2)], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` },
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => child.kill(signal));
  }
  child.once("error", (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  child.once("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}
