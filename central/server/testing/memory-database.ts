import { PGlite, types, type Transaction as LiteTransaction } from "@electric-sql/pglite";
import {
  copyText,
  type Database,
  type Row,
  type SqlValue,
  type Transaction,
} from "../database/database.ts";
import { parseInt8 } from "../database/postgres.ts";
import { emptyCluster } from "./empty-cluster.ts";

/** PostgreSQL inside this process for fast tests; it never calls fsync and has one connection. */
export async function openMemoryDatabase(): Promise<Database> {
  const lite = await PGlite.create({
    loadDataDir: await emptyCluster(),
    parsers: { [types.INT8]: parseInt8, [types.DATE]: (value) => value },
  });
  return {
    query: (sql, params) => run(lite, sql, params),
    transaction: (work) => lite.transaction((tx) => work(transactionOf(tx))),
    close: () => lite.close(),
  };
}

function transactionOf(tx: LiteTransaction): Transaction {
  return {
    query: (sql, params) => run(tx, sql, params),
    script: async (sql) => {
      await tx.exec(sql);
    },
    copy: async ({ table, columns }, rows) => {
      const sql = `copy ${table} (${columns.join(", ")}) from '/dev/blob'`;
      await tx.query(sql, [], { blob: new Blob([copyText(rows)]) });
    },
  };
}

async function run<R extends Row>(
  client: Pick<LiteTransaction, "query">,
  sql: string,
  params: readonly SqlValue[] = [],
): Promise<R[]> {
  const result = await client.query<R>(sql, [...params]);
  return result.rows;
}
