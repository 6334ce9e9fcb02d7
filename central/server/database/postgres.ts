import { finished } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { copyText, type Database, type Row, type SqlValue, type Transaction } from "./database.ts";

const OID_INT8 = 20;
const OID_DATE = 1082;
const POOL_SIZE = 12;
const STATEMENT_TIMEOUT_MS = 60_000;
/**
 * Serialization failure, deadlock, and a row that another transaction added meanwhile: this one did
 * nothing and may run again, by what is there then.
 */
const TRY_AGAIN = new Set(["40001", "40P01", "23505"]);
const MAX_ATTEMPTS = 4;

/** Opens a pool on any PostgreSQL 15 or newer. Nothing is connected until the first query. */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    application_name: "bela-beli",
    types: { getTypeParser },
  });
  // A connection may break when the server restarts. The pool drops an idle one; of one in use, be it
  // between two queries, the next query fails.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return {
    query: (sql, params) => run(pool, sql, params),
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  };
}

function getTypeParser(oid: number, format?: "text" | "binary"): (value: string) => unknown {
  if (oid === OID_INT8) return parseInt8;
  if (oid === OID_DATE) return (value) => value;
  return pg.types.getTypeParser(oid, format ?? "text");
}

/** PostgreSQL's bigint as a number; throws RangeError beyond 2^53, where a number would lie. */
export function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError("bigint beyond 2^53");
  return value;
}

async function run<R extends Row>(
  client: pg.Pool | pg.PoolClient,
  sql: string,
  params: readonly SqlValue[] = [],
): Promise<R[]> {
  const result = await client.query<R>(sql, [...params]);
  return result.rows;
}

async function inTransaction<T>(pool: pg.Pool, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const client = await pool.connect();
    try {
      return await attemptOnce(client, work);
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !mayTryAgain(error)) throw error;
    }
  }
}

async function attemptOnce<T>(
  client: pg.PoolClient,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const tx: Transaction = {
    query: (sql, params) => run(client, sql, params),
    script: async (sql) => {
      await client.query(sql);
    },
    copy: async ({ table, columns }, rows) => {
      const stream = client.query(copyFrom(`copy ${table} (${columns.join(", ")}) from stdin`));
      stream.end(copyText(rows));
      await finished(stream);
    },
  };
  let broken: Error | undefined;
  try {
    await client.query("begin");
    const value = await work(tx);
    await client.query("commit");
    return value;
  } catch (error) {
    await client.query("rollback").catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error("rollback failed");
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

function mayTryAgain(error: unknown): boolean {
  return error instanceof pg.DatabaseError && TRY_AGAIN.has(error.code ?? "");
}
