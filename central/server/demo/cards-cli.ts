import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readConnection } from "../connection-file.ts";
import { startEmbeddedPostgres } from "../database/embedded/start.ts";
import { openPostgres } from "../database/postgres.ts";
import { hostFacts } from "../host-facts.ts";
import { openCentreKeys } from "../keys/centre-keys.ts";
import { runOptions } from "../run-options.ts";
import { writeDemoCards } from "./cards/write-cards.ts";

/*
 * node central/server/demo/cards-cli.ts --out FOLDER [--data DIR]
 * Writes the demo's cards again: PNG per card, kartu.pdf to print, kartu.json. It uses DATABASE_URL,
 * else the running centre's server, else starts the embedded one for a moment.
 */
const argv = process.argv.slice(2);
const { values } = parseArgs({ args: argv, strict: false, options: { out: { type: "string" } } });

async function writeTo(folder: string): Promise<void> {
  const options = runOptions(argv, hostFacts());
  const running = await readConnection(options.centreDir);
  const url = options.databaseUrl ?? running?.databaseUrl ?? null;
  const embedded =
    url === null ? await startEmbeddedPostgres({ dataDir: options.centreDir }) : null;
  const database = openPostgres(url ?? embedded?.url ?? "");
  try {
    const keys = await openCentreKeys(join(options.centreDir, "keys"), (length) =>
      randomBytes(length),
    );
    const clock = { wallMs: () => Date.now() };
    const deps = { database, keys, regencyId: options.regencyId, clock };
    const cards = await writeDemoCards(deps, folder);
    process.stdout.write(`${folder}: ${cards.length} kartu\n`);
  } finally {
    await database.close();
    await embedded?.stop();
  }
}

if (typeof values.out === "string") {
  await writeTo(values.out);
} else {
  process.stderr.write("Pemakaian: cards-cli.ts --out FOLDER [--data DIR]\n");
  process.exitCode = 2;
}
