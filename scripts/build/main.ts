import { join } from "node:path";
import { buildAll } from "./build-all.ts";

/** `--test` (or BELA_BELI_TEST_BUILD=1) adds what only tests start. */
const forTests = process.argv.includes("--test") || process.env["BELA_BELI_TEST_BUILD"] === "1";

await buildAll({ root: join(import.meta.dirname, "..", ".."), forTests });
process.stdout.write("Selesai: out/\n");
