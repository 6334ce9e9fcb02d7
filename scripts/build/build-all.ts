import { join } from "node:path";
import { build as buildShell } from "electron-vite";
import { build } from "vite";
import { buildCore, productEntries, testEntries } from "./core.ts";
import { isFresh, markFresh } from "./freshness.ts";

/** Builds everything into `out/`: shell, windows, core and the centre's pages. */
export async function buildAll(options: { root: string; forTests: boolean }): Promise<void> {
  const { root, forTests } = options;
  const configFile = join(root, "electron.vite.config.ts");
  await buildShell({ root, logLevel: "warn", configFile });
  await buildCore({ root, outDir: join(root, "out", "core"), entries: productEntries(root) });
  await build({ configFile: join(root, "central", "web", "vite.config.ts"), logLevel: "warn" });
  if (forTests) {
    // Beside the product's own folders, so that what only tests start is never packed.
    await buildCore({ root, outDir: join(root, "out", "test"), entries: testEntries(root) });
  }
  await markFresh(root);
}

/** Builds unless what stands in `out/` was made from the sources as they are now. */
export async function buildIfStale(options: {
  root: string;
  say: (text: string) => void;
}): Promise<void> {
  if (await isFresh(options.root)) return;
  options.say("Membangun aplikasi …");
  await buildAll({ root: options.root, forTests: false });
}
