import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage */

/**
 * True when `node_modules` holds exactly what package-lock.json names. npm writes its own list of
 * what it installed as its last step, so an interrupted install is seen as missing. Optional
 * packages (other platforms) may lack.
 * @param {string} root
 * @returns {boolean}
 */
export function areDependenciesInstalled(root) {
  const installedPath = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installedPath)) return false;
  const wanted = packagesOf(join(root, "package-lock.json"));
  const installed = packagesOf(installedPath);
  return Object.entries(wanted).every(([path, { version, integrity, optional, link }]) => {
    if (path === "" || link === true) return true;
    const found = installed[path];
    if (found === undefined) return optional === true;
    return found.version === version && found.integrity === integrity;
  });
}

/**
 * Installs what is missing by `npm ci`. Ends the process with a plain sentence when npm fails.
 * @param {string} root
 */
export function ensureDependencies(root) {
  if (areDependenciesInstalled(root)) return;
  process.stderr.write("Memasang paket yang diperlukan (sekali saja, beberapa menit) …\n");
  const done = runNpm(root, ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (done && areDependenciesInstalled(root)) return;
  process.stderr.write(
    "Pemasangan gagal. Periksa sambungan internet, lalu jalankan perintah ini sekali lagi.\n",
  );
  process.exit(1);
}

/**
 * Runs npm in `root`, showing what it says. True when it succeeded.
 * @param {string} root
 * @param {readonly string[]} args
 */
export function runNpm(root, args) {
  const npm = process.env.npm_execpath;
  const result =
    npm !== undefined && /npm-cli\.c?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ["ignore", 2, 2] })
      : spawnSync("npm", args, {
          cwd: root,
          stdio: ["ignore", 2, 2],
          shell: process.platform === "win32",
        });
  return result.status === 0;
}

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage>}
 */
function packagesOf(path) {
  return JSON.parse(readFileSync(path, "utf8")).packages;
}
