import { readConnection } from "./connection-file.ts";
import type { Database } from "./database/database.ts";
import { startEmbeddedPostgres } from "./database/embedded/start.ts";
import { openPostgres } from "./database/postgres.ts";
import type { RunOptions } from "./run-options.ts";

/** Lends a command the centre's database: DATABASE_URL, else the running one, else started for a moment. */
export async function withDatabase(
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
