import { join } from "node:path";
import { build as buildShell } from "electron-vite";
import { build } from "vite";
import { buildCore, productEntries, testEntries } from "./core.ts";

const root = join(import.meta.dirname, "..", "..");
/** `--test` adds what only tests start, in a folder the product never packs. */
const forTests = process.argv.includes("--test") || process.env["BELA_BELI_TEST_BUILD"] === "1";

await buildShell({ root, logLevel: "warn", configFile: join(root, "electron.vite.config.ts") });
await buildCore({ root, outDir: join(root, "out", "core"), entries: productEntries(root) });
await build({ configFile: join(root, "central", "web", "vite.config.ts"), logLevel: "warn" });
if (forTests) {
  await buildCore({ root, outDir: join(root, "out", "test"), entries: testEntries(root) });
}
process.stdout.write("Selesai: out/\n");
