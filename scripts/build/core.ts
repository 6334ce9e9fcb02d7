import { join } from "node:path";
import { build, type Plugin, type Rolldown } from "vite";

/**
 * Builds the till's core for a Node of version 20 or newer. Everything is bundled but the native
 * SQLite driver, the printer's byte builder and the ways to printers that need native code, which
 * are installed with the product.
 */
const EXTERNAL = ["better-sqlite3", "node-thermal-printer", "koffi", "serialport"];

export type CoreEntries = Readonly<Record<string, string>>;

/** The core as the product has it. */
export function productEntries(root: string): CoreEntries {
  return {
    core: join(root, "electron/core/core.ts"),
    "sync-worker": join(root, "electron/core/sync/sync-worker.ts"),
    "backup-worker": join(root, "electron/core/backup/backup-worker.ts"),
  };
}

/**
 * What only tests start: the core behind a loopback WebSocket, one with a provider of payments, and
 * one that answers health alone.
 */
export function testEntries(root: string): CoreEntries {
  return {
    ...productEntries(root),
    "core-provider": join(root, "electron/core/core-provider.ts"),
    "core-health": join(root, "electron/core/core-health.ts"),
    "core-websocket": join(root, "electron/core/core-websocket.ts"),
  };
}

/** Writes `<outDir>/<entry>.cjs` for each entry. */
export async function buildCore(options: {
  root: string;
  outDir: string;
  entries: CoreEntries;
  plugins?: Plugin[];
}): Promise<void> {
  const output: Rolldown.OutputOptions = {
    format: "cjs",
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name]-[hash].cjs",
  };
  await build({
    configFile: false,
    root: options.root,
    plugins: options.plugins ?? [],
    logLevel: "warn",
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ssr: true,
      outDir: options.outDir,
      emptyOutDir: true,
      target: "node20",
      minify: false,
      rolldownOptions: { input: { ...options.entries }, external: EXTERNAL, output },
    },
  });
}
