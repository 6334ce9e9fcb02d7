import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { buildCore, productEntries } from "../build/core.ts";
import { markStale } from "../build/freshness.ts";
import { hasDisplay } from "../display/virtual-display.ts";
import { electronRuntime } from "../electron/runtime.ts";

/*
 * `npm run dev`: the till's windows with hot reload, on a data folder of their own. The core is
 * built once; start again after changing it. Arguments go to Electron.
 */
const root = join(import.meta.dirname, "..", "..");
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

if (hasDisplay()) {
  const runtime = await electronRuntime({ root, say });
  const dataDir = join(root, "out", "dev-data");
  await markStale(root);
  await mkdir(dataDir, { recursive: true });
  await buildCore({ root, outDir: join(root, "out", "core"), entries: productEntries(root) });
  const electronVite = join(root, "node_modules", "electron-vite", "bin", "electron-vite.js");
  const child = spawn(
    process.execPath,
    [
      electronVite,
      "dev",
      "--",
      ...runtime.switches,
      `--data-dir=${dataDir}`,
      ...process.argv.slice(2),
    ],
    {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, ELECTRON_EXEC_PATH: runtime.executable },
    },
  );
  child.once("exit", (code) => process.exit(code ?? 0));
} else {
  say("Di komputer ini tidak ada layar. Untuk melihat kasir bekerja: npm run demo -- --out FOLDER");
  process.exitCode = 1;
}
