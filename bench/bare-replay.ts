import path from "node:path";
import Sqlite from "better-sqlite3";
import { configure } from "../electron/core/db/open.ts";

type Row = Record<string, unknown>;
/** The rows one sale left in the till's file, table by table in the order it wrote them. */
export type SaleRows = ReadonlyMap<string, readonly Row[]>;

/** Where the rows of a sale are found: every table that the sale transaction writes. */
const WRITTEN = [
  ["journal", "seq = @seq"],
  ["sale", "seq = @seq"],
  ["sale_line", "sale_id = (SELECT sale_id FROM sale WHERE seq = @seq)"],
  ["stock_movement", "seq = @seq"],
  ["stock", "product_id IN (SELECT product_id FROM stock_movement WHERE seq = @seq)"],
  ["tender", "sale_id = (SELECT sale_id FROM sale WHERE seq = @seq)"],
  ["print_job", "document_ref = (SELECT sale_id FROM sale WHERE seq = @seq)"],
  ["command", "command_id = (SELECT command_id FROM sale WHERE seq = @seq)"],
  ["counter", "one = 1"],
  ["cart", "one = 1"],
] as const;
const HEAD = "SELECT seq, hash, at FROM journal ORDER BY seq DESC LIMIT 1";
const STANDING = "SELECT receipt, turnover, reversals, opened_period FROM counter";
const CURSOR = "SELECT acknowledged_seq, feed_cursor, last_success_at FROM sync_state";
/** What a sale reads within its transaction, as often as it does; the buyer's month left out. */
const READ = [
  HEAD,
  HEAD,
  HEAD,
  HEAD,
  STANDING,
  STANDING,
  STANDING,
  CURSOR,
  CURSOR,
  CURSOR,
  "SELECT command_id, fingerprint, result FROM command WHERE command_id = ''",
  "SELECT shift_id, opened_seq, opened_at FROM shift WHERE closed_at IS NULL",
  "SELECT cart_id, body, previous_body FROM cart",
  "SELECT valid_from, obligations, cash_rounding FROM policy",
  "SELECT from_seq FROM unsigned_range",
];
/** Tables with a row that the sale changes instead of adding one. */
const REPLACED = new Set(["stock", "counter", "cart"]);

/**
 * A copy of a till's file, used with nothing but better-sqlite3: the reads of a sale and its very rows
 * into the same tables and indexes under the same pragmas, one transaction a sale. It decides
 * nothing, checks nothing, hashes and signs nothing: the floor of a sale.
 */
export type BareReplay = {
  /** Reads what the newest sale wrote, from the till's own file. */
  readonly rowsOf: (seq: number) => SaleRows;
  /** Commits those rows; gives the milliseconds from BEGIN to the durable COMMIT. */
  readonly commit: (rows: SaleRows) => number;
  /** Commits the open cart once more, untimed, as each scan on the till does. */
  readonly saveCart: (rows: SaleRows) => void;
  readonly checkpoint: () => void;
  readonly close: () => void;
};

export async function openBareReplay(tillFile: string, folder: string): Promise<BareReplay> {
  const source = new Sqlite(tillFile, { readonly: true, fileMustExist: true });
  const copy = path.join(folder, "bare.db");
  await source.backup(copy);
  const bare = configure(new Sqlite(copy));
  const readers = WRITTEN.map(
    ([table, where]) => [table, source.prepare(`SELECT * FROM ${table} WHERE ${where}`)] as const,
  );
  const writers = new Map(WRITTEN.map(([table]) => [table as string, prepareWrite(bare, table)]));
  const begin = bare.prepare("BEGIN IMMEDIATE");
  const commit = bare.prepare("COMMIT");
  const reads = READ.map((sql) => bare.prepare(sql));
  return {
    rowsOf: (seq) =>
      new Map(readers.map(([table, reader]) => [table, reader.all({ seq }) as Row[]])),
    commit: (rows) => {
      const from = performance.now();
      begin.run();
      for (const read of reads) read.all();
      for (const [table, tableRows] of rows) {
        for (const row of tableRows) writers.get(table)?.run(row);
      }
      commit.run();
      return performance.now() - from;
    },
    saveCart: (rows) => {
      begin.run();
      for (const row of rows.get("cart") ?? []) writers.get("cart")?.run(row);
      commit.run();
    },
    checkpoint: () => bare.pragma("wal_checkpoint(PASSIVE)"),
    close: () => {
      bare.close();
      source.close();
    },
  };
}

function prepareWrite(db: Sqlite.Database, table: string): Sqlite.Statement {
  const columns = db.prepare(`PRAGMA table_info(${table})`).all() as {
    name: string;
    pk: number;
  }[];
  const names = columns.map(({ name }) => name);
  const insert = `INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map((name) => `@${name}`).join(", ")})`;
  if (!REPLACED.has(table)) return db.prepare(insert);
  const keys = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
  const set = names.filter((name) => !keys.includes(name)).map((name) => `${name} = @${name}`);
  return db.prepare(
    `UPDATE ${table} SET ${set.join(", ")} WHERE ${keys.map((name) => `${name} = @${name}`).join(" AND ")}`,
  );
}
