import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import type { Database, Transaction } from "./database.ts";

const FOLDER = new URL("./migrations/", import.meta.url);
const FILE_NAME = /^(\d{4})_[a-z0-9_]+\.sql$/;
/** One lock for all centres on a server, so that two starting at once migrate one after the other. */
const LOCK_KEY = 3_513_001;

/** The database was written by a newer version of the centre, or by a changed file of this one. */
export class SchemaMismatch extends Error {
  override readonly name = "SchemaMismatch";
}

type Migration = { readonly version: number; readonly name: string; readonly sql: string };

/** Brings the schema to this version, one transaction a file; the lock is held within each. */
export async function migrate(database: Database): Promise<number> {
  const migrations = await readMigrations();
  for (const migration of migrations) {
    await database.transaction((tx) => applyOnce(tx, migration));
  }
  const newest = migrations.at(-1)?.version ?? 0;
  await refuseNewer(database, newest);
  return newest;
}

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => FILE_NAME.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({
      name,
      version: Number(name.slice(0, 4)),
      sql: await readFile(new URL(name, FOLDER), "utf8"),
    })),
  );
}

async function applyOnce(tx: Transaction, { version, name, sql }: Migration): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(${LOCK_KEY})`);
  await tx.query(
    "create table if not exists schema_migration (version integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())",
  );
  const sha256 = createHash("sha256").update(sql).digest("hex");
  const [applied] = await tx.query<{ sha256: string }>(
    "select sha256 from schema_migration where version = $1",
    [version],
  );
  if (applied !== undefined) {
    if (applied.sha256 !== sha256) throw new SchemaMismatch(`${name} was changed after it ran`);
    return;
  }
  await tx.script(sql);
  await tx.query("insert into schema_migration (version, name, sha256) values ($1, $2, $3)", [
    version,
    name,
    sha256,
  ]);
}

async function refuseNewer(database: Database, newest: number): Promise<void> {
  const [row] = await database.query<{ version: number }>(
    "select max(version) as version from schema_migration",
  );
  if ((row?.version ?? 0) > newest) {
    throw new SchemaMismatch(`database version ${row?.version}, this program knows ${newest}`);
  }
}
