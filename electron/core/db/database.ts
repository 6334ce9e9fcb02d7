import type Sqlite from "better-sqlite3";

declare const readBrand: unique symbol;
declare const writeBrand: unique symbol;

/** An open till file, for reading. */
export type ReadDb = Sqlite.Database & { readonly [readBrand]: true };
/** The same inside a transaction that may write; only `transact` hands it out. */
export type WriteDb = ReadDb & { readonly [writeBrand]: true };

type Statement = Sqlite.Statement<unknown[], unknown>;
const statements = new WeakMap<Sqlite.Database, Map<string, Statement>>();

/** The statement for this text, prepared once per open file. */
export function statement(db: ReadDb, sql: string): Statement {
  let prepared = statements.get(db);
  if (prepared === undefined) {
    prepared = new Map();
    statements.set(db, prepared);
  }
  let found = prepared.get(sql);
  if (found === undefined) {
    found = db.prepare(sql);
    prepared.set(sql, found);
  }
  return found;
}

/** Runs `work` in one immediate transaction: all of it is durable on return, or none of it is. */
export function transact<T>(db: ReadDb, work: (db: WriteDb) => T): T {
  statement(db, "BEGIN IMMEDIATE").run();
  try {
    const result = work(db as WriteDb);
    statement(db, "COMMIT").run();
    return result;
  } catch (error) {
    if (db.inTransaction) statement(db, "ROLLBACK").run();
    throw error;
  }
}
