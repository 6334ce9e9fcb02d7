import { parseArgs } from "node:util";
import { hostFacts } from "./host-facts.ts";
import { exportToFile } from "./journal/export-file.ts";
import { type RunOptions, runOptions } from "./run-options.ts";
import { startFailure } from "./start-failure.ts";
import { withDatabase } from "./with-database.ts";

/*
 * npm run journal -- export --out FILE [--data DIR]     writes the whole journal
 */
const USAGE = "Pemakaian: npm run journal -- export --out BERKAS [--data FOLDER]";

async function exportJournal(options: RunOptions, out: string): Promise<number> {
  return withDatabase(options, async (database) => {
    const { lines, sha256 } = await exportToFile(database, options.regencyId, out);
    process.stdout.write(`${out}: ${lines} baris, SHA-256 ${sha256}\n`);
    return 0;
  });
}

async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: { out: { type: "string" }, data: { type: "string" }, regency: { type: "string" } },
  });
  const options = runOptions(argv, hostFacts());
  const [command] = positionals;
  if (command === "export" && typeof values.out === "string") {
    return exportJournal(options, values.out);
  }
  process.stderr.write(`${USAGE}\n`);
  return 2;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exitCode = 2;
}
