import { parseArgs } from "node:util";
import { readConnection } from "./connection-file.ts";
import type { Database } from "./database/database.ts";
import { startEmbeddedPostgres } from "./database/embedded/start.ts";
import { openPostgres } from "./database/postgres.ts";
import { hostFacts } from "./host-facts.ts";
import { checkTotals } from "./journal/check-totals.ts";
import { exportToFile } from "./journal/export-file.ts";
import { type RunOptions, runOptions } from "./run-options.ts";
import { startFailure } from "./start-failure.ts";

/*
 * npm run journal -- export --out FILE [--data DIR]     writes the whole journal
 * npm run journal -- check-totals [--data DIR]          derives every total again and compares
 * It uses DATABASE_URL, else the running centre's server, else starts the embedded one for a moment.
 */
const USAGE = "Pemakaian: npm run journal -- export --out BERKAS | check-totals [--data FOLDER]";

async function withDatabase(
  options: RunOptions,
  work: (database: Database) => Promise<number>,
): Promise<number> {
  const running = await readConnection(options.centreDir);
  const url = options.databaseUrl ?? running?.databaseUrl ?? null;
  const embedded =
    url === null ? await startEmbeddedPostgres({ dataDir: options.centreDir }) : null;
  const database = openPostgres(url ?? embedded?.url ?? "");
  try {
    return await work(database);
  } finally {
    await database.close();
    await embedded?.stop();
  }
}

async function exportJournal(options: RunOptions, out: string): Promise<number> {
  return withDatabase(options, async (database) => {
    const { lines, sha256 } = await exportToFile(database, options.regencyId, out);
    process.stdout.write(`${out}: ${lines} baris, SHA-256 ${sha256}\n`);
    return 0;
  });
}

async function compareTotals(options: RunOptions): Promise<number> {
  return withDatabase(options, async (database) => {
    const differences = await database.transaction((tx) => checkTotals(tx, options.regencyId));
    for (const difference of differences) process.stdout.write(`${JSON.stringify(difference)}\n`);
    process.stdout.write(`${differences.length} perbedaan\n`);
    return differences.length === 0 ? 0 : 1;
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
  if (command === "check-totals") return compareTotals(options);
  process.stderr.write(`${USAGE}\n`);
  return 2;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exitCode = 2;
}
