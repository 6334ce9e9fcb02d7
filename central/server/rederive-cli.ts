import { parseArgs } from "node:util";
import { hostFacts } from "./host-facts.ts";
import { type Difference, rederive } from "./rederive/rederive.ts";
import { runOptions } from "./run-options.ts";
import { startFailure } from "./start-failure.ts";
import { withDatabase } from "./with-database.ts";

/*
 * npm run -s rederive -- [--json] [--data DIR]
 * Derives every figure again from the journal, beside what is stored, and names what differs.
 * Ends with 0: the same, 1: something differs, 2: it could not be done.
 */

function lineOf({ table, key, stored, derived }: Difference): string {
  if (table === "journal_entry") return `${table}  ${key}: isi tidak cocok dengan sidiknya`;
  const names = Object.keys({ ...stored, ...derived });
  const changed = names.filter((name) => stored?.[name] !== derived?.[name]);
  const facts = changed.map(
    (name) => `${name} ${said(stored?.[name])} -> ${said(derived?.[name])}`,
  );
  return `${table}  ${key}: ${facts.join(", ")}`;
}

function said(value: string | number | null | undefined): string {
  return value === undefined || value === null ? "tidak ada" : String(value);
}

async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: { json: { type: "boolean" } },
  });
  const options = runOptions(argv, hostFacts());
  return withDatabase(options, async (database) => {
    const differences = await database.transaction((tx) => rederive(tx, options.regencyId));
    const report =
      values.json === true
        ? JSON.stringify({ same: differences.length === 0, differences })
        : [...differences.map(lineOf), `${differences.length} perbedaan`].join("\n");
    process.stdout.write(`${report}\n`);
    return differences.length === 0 ? 0 : 1;
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exitCode = 2;
}
