import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, stat, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { cacheFolder } from "./cache-folder.ts";

const PROBE_LIMIT_MS = 4_000;
const DOWNLOAD_LIMIT_MS = 10 * 60_000;
/** How long a download that could not be reached is not tried again. */
const RETRY_AFTER_MS = 24 * 60 * 60_000;

/** The Electron of package.json, downloaded if it can be had; null when its binary is out of reach. */
export async function currentRuntime(options: {
  root: string;
  say: (text: string) => void;
}): Promise<string | null> {
  const folder = join(options.root, "node_modules", "electron");
  const installed = installedBinary(folder);
  if (installed !== null) return installed;
  const stamp = join(cacheFolder(), "electron-unreachable");
  if (await isFresh(stamp)) return null;
  const reachable = await canConnect(downloadHost());
  if (reachable) {
    options.say("Mengunduh Electron (sekali saja) …");
    if (await runInstaller(folder)) return installedBinary(folder);
  }
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, "");
  return null;
}

function installedBinary(folder: string): string | null {
  const pathFile = join(folder, "path.txt");
  if (!existsSync(pathFile)) return null;
  const binary = join(folder, "dist", readFileSync(pathFile, "utf8").trim());
  return existsSync(binary) ? binary : null;
}

function downloadHost(): string {
  const mirror = process.env["ELECTRON_MIRROR"] ?? process.env["npm_config_electron_mirror"];
  return mirror === undefined ? "github.com" : new URL(mirror).hostname;
}

function canConnect(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: 443, timeout: PROBE_LIMIT_MS });
    const settle = (reached: boolean): void => {
      socket.destroy();
      resolve(reached);
    };
    socket.once("connect", () => settle(true));
    socket.once("timeout", () => settle(false));
    socket.once("error", () => settle(false));
  });
}

function runInstaller(folder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, "install.js")], {
      stdio: "ignore",
      timeout: DOWNLOAD_LIMIT_MS,
    });
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
}

async function isFresh(stamp: string): Promise<boolean> {
  const found = await stat(stamp).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs < RETRY_AFTER_MS;
}
