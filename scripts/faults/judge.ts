import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import Sqlite from "better-sqlite3";
import { z } from "zod";
import { readConnection } from "../../central/server/connection-file.ts";
import type { Database } from "../../central/server/database/database.ts";
import { openPostgres } from "../../central/server/database/postgres.ts";
import type { CentreUnderTest } from "./centre-under-test.ts";
import type { Subject } from "./scene.ts";

/** What was not exactly once; every figure 0 where all is well. `words` says more of each. */
export type Verdict = {
  readonly lost: number;
  readonly doubled: number;
  readonly changed: number;
  readonly chainFaults: number;
  readonly quarantined: number;
  readonly sales: number;
  readonly words: readonly string[];
};

type TillEntry = { seq: number; hash: string; kind: string; commandId: string; total: number };
type Found = { lost: string[]; doubled: string[]; changed: string[] };

const ROOT = path.join(import.meta.dirname, "..", "..");
const MONEY: readonly string[] = ["SALE", "VOID", "RETURN"];
const BIG_BUFFER = { maxBuffer: 1 << 28 };
const run = promisify(execFile);

/** Holds what every seller was told against its till's file, and that against the centre. */
export async function judge(by: {
  readonly centre: CentreUnderTest;
  readonly subjects: readonly Subject[];
  readonly home: string;
}): Promise<Verdict> {
  const { centre, subjects, home } = by;
  const found: Found = { lost: [], doubled: [], changed: [] };
  let sales = 0;
  const connection = await readConnection(path.join(centre.data, "centre"));
  const database = openPostgres(connection?.databaseUrl ?? "");
  try {
    for (const subject of subjects) sales += await judgeChain(database, subject, found);
    const [aside] = await database.query<{ n: number }>("select count(*) as n from quarantine");
    found.changed.push(...(await totalsFaults(centre)));
    const chain = await chainFaults(centre, { subjects, home });
    return {
      lost: found.lost.length,
      doubled: found.doubled.length,
      changed: found.changed.length,
      chainFaults: chain.length,
      quarantined: Number(aside?.n),
      sales,
      words: [...found.lost, ...found.doubled, ...found.changed, ...chain],
    };
  } finally {
    await database.close();
  }
}

async function judgeChain(database: Database, till: Subject, found: Found): Promise<number> {
  const { tillId, entries, integrity } = readTill(till.file);
  if (integrity !== "ok") found.changed.push(`till ${till.code}: integrity ${integrity}`);
  judgeTold(till, entries, found);
  const held = await database.query<{ seq: number; hash: string }>(
    "select seq, hash from journal_entry where till_id = $1",
    [tillId],
  );
  const atCentre = new Map(held.map(({ seq, hash }) => [seq, hash]));
  for (const { seq, hash, kind } of entries) {
    const there = atCentre.get(seq);
    if (there === undefined) found.lost.push(`till ${till.code}: entry ${seq} ${kind}`);
    else if (there !== hash) found.changed.push(`till ${till.code}: entry ${seq} ${kind}`);
    atCentre.delete(seq);
  }
  for (const seq of atCentre.keys()) found.doubled.push(`till ${till.code}: strange entry ${seq}`);
  const sales = entries.filter(({ kind }) => kind === "SALE");
  const sum = sales.reduce((all, { total }) => all + total, 0);
  const [row] = await database.query<{ n: number; sum: number }>(
    "select count(*) as n, coalesce(sum(total), 0)::bigint as sum from sale where till_id = $1",
    [tillId],
  );
  if (Number(row?.n) !== sales.length || Number(row?.sum) !== sum) {
    const there = `${row?.n} sales of ${row?.sum}`;
    found.changed.push(
      `till ${till.code}: ${sales.length} sales of ${sum}, at the centre ${there}`,
    );
  }
  return sales.length;
}

/** What the cashier was told is done must be in the file, once, with the same money. */
function judgeTold(till: Subject, entries: readonly TillEntry[], found: Found): void {
  const byCommand = new Map<string, TillEntry[]>();
  for (const entry of entries) {
    byCommand.set(entry.commandId, [...(byCommand.get(entry.commandId) ?? []), entry]);
  }
  for (const [commandId, { kind, amount }] of till.seller?.acknowledged ?? []) {
    const written = byCommand.get(commandId) ?? [];
    const name = `till ${till.code}: ${kind} ${commandId}`;
    if (written.length === 0) found.lost.push(name);
    const money = written.filter((entry) => entry.kind === kind);
    if (MONEY.includes(kind) && money.some(({ total }) => total !== amount)) {
      found.changed.push(name);
    }
  }
  for (const [commandId, written] of byCommand) {
    const money = written.filter(({ kind }) => MONEY.includes(kind));
    if (money.length > 1) found.doubled.push(`till ${till.code}: command ${commandId}`);
  }
}

function readTill(file: string): { tillId: string; entries: TillEntry[]; integrity: string } {
  const db = new Sqlite(file, { readonly: true });
  try {
    return {
      tillId: db.prepare("SELECT till_id FROM till").pluck().get() as string,
      integrity: String(db.pragma("integrity_check", { simple: true })),
      entries: db
        .prepare(
          `SELECT seq, hash, kind, body ->> 'commandId' AS commandId,
             coalesce(body ->> 'total', 0) AS total FROM journal ORDER BY seq`,
        )
        .all() as TillEntry[],
    };
  } finally {
    db.close();
  }
}

const Derived = z.object({ differences: z.array(z.unknown()) });

/** Figures that deriving everything again from the journal gives otherwise. */
async function totalsFaults({ data }: CentreUnderTest): Promise<string[]> {
  const cli = path.join(ROOT, "central", "server", "rederive-cli.ts");
  const args = [cli, "--json", "--data", data];
  const told = await run(process.execPath, args, { env: environment(), ...BIG_BUFFER }).catch(
    (error: unknown) => ({ stdout: outputOf(error) }),
  );
  const { differences } = Derived.parse(JSON.parse(told.stdout));
  return differences.map((difference) => `derived again: ${JSON.stringify(difference)}`);
}

const Report = z.object({
  exitCode: z.int(),
  faultCount: z.int(),
  faults: z.array(
    z.object({ till: z.string().nullable(), seq: z.int().nullable(), code: z.string() }),
  ),
});

/** Faults the stand-alone verifier names in the export, apart from those the run made. */
async function chainFaults(
  centre: CentreUnderTest,
  by: { readonly subjects: readonly Subject[]; readonly home: string },
): Promise<string[]> {
  const out = path.join(by.home, "journal.jsonl");
  const cli = path.join(ROOT, "central", "server", "journal-cli.ts");
  const args = ["export", "--data", centre.data, "--out", out];
  await run(process.execPath, [cli, ...args], { env: environment(), ...BIG_BUFFER });
  const verifier = path.join(ROOT, "scripts", "verify-journal");
  const given = [verifier, out, "--root", centre.rootFingerprint, "--json"];
  const told = await run(process.execPath, given, BIG_BUFFER).catch((error: unknown) => ({
    stdout: outputOf(error),
  }));
  const report = Report.parse(JSON.parse(told.stdout));
  const made = new Set(
    by.subjects.flatMap(({ file, poisoned }) => {
      if (poisoned.size === 0) return [];
      const { tillId } = readTill(file);
      return [...poisoned].map((seq) => `${tillId} ${seq}`);
    }),
  );
  const named = report.faults.filter(({ till, seq }) => !made.has(`${till} ${seq}`));
  const hidden = Math.max(0, report.faultCount - report.faults.length);
  const words = named.map(({ till, seq, code }) => `verifier: ${till} ${seq} ${code}`);
  return [...words, ...Array.from({ length: hidden }, () => "verifier: one more fault")];
}

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, DATABASE_URL: undefined };
}

function outputOf(error: unknown): string {
  const output: unknown =
    typeof error === "object" && error !== null ? Reflect.get(error, "stdout") : undefined;
  if (typeof output !== "string") throw error;
  return output;
}
