/** A row as SQL named it. bigint columns arrive as numbers, dates as `YYYY-MM-DD`. */
export type Row = Record<string, unknown>;

/** What may stand for a `$n`: arrays are for `unnest` and carry a cast in the SQL. */
export type SqlValue =
  | string
  | number
  | boolean
  | null
  | readonly (string | number | boolean | null)[];

/** Something that answers SQL: the whole database, or one transaction of it. */
export type Queryable = {
  query<R extends Row>(sql: string, params?: readonly SqlValue[]): Promise<R[]>;
};

/** A value as COPY takes it. */
export type CopyValue = string | number | boolean | null;

/** An open transaction; it commits when the work given to `transaction` resolves. */
export type Transaction = Queryable & {
  /** Runs several statements without parameters: a migration file. */
  script(sql: string): Promise<void>;
  /** Adds rows by COPY, several times as fast as an insert; what is there already is an error. */
  copy(to: CopyTarget, rows: readonly (readonly CopyValue[])[]): Promise<void>;
};

/** A table and those of its columns that the rows have, in their order. */
export type CopyTarget = { readonly table: string; readonly columns: readonly string[] };

/** PostgreSQL, by whichever adapter. */
export type Database = Queryable & {
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** The first row, or null when there is none. */
export async function queryOne<R extends Row>(
  db: Queryable,
  sql: string,
  params: readonly SqlValue[] = [],
): Promise<R | null> {
  const rows = await db.query<R>(sql, params);
  return rows[0] ?? null;
}

/**
 * Columns of `rows` for `unnest`: one array a key, in the order of the keys, as PostgreSQL writes
 * arrays. A column is put together in one go here because the drivers do it value by value, which
 * was a third of the work of storing a batch.
 */
export function columns<T extends Record<string, string | number | boolean | null>>(
  rows: readonly T[],
  keys: readonly (keyof T)[],
): string[] {
  return keys.map((key) => `{${rows.map((row) => element(row[key])).join(",")}}`);
}

const TO_ESCAPE = /["\\]/g;

function element(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return "NULL";
  return typeof value === "string" ? `"${value.replace(TO_ESCAPE, "\\$&")}"` : String(value);
}

/** Rows in COPY's text form. */
export function copyText(rows: readonly (readonly CopyValue[])[]): string {
  return rows.map((row) => `${row.map(copyField).join("\t")}\n`).join("");
}

const NEEDS_ESCAPE = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

function copyField(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value !== "string" || !NEEDS_ESCAPE.test(value)) return String(value);
  return value.replace(/[\\\t\n\r]/g, (one) => ESCAPES[one] ?? one);
}
