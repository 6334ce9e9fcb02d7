import { join } from "node:path";
import Database from "better-sqlite3";
import { z } from "zod";

const Sale = z.object({
  sale_id: z.string(),
  number: z.string(),
  total: z.int(),
  counted: z.int(),
  assurance: z.string().nullable(),
  buyer_kind: z.string(),
});
export type StoredSale = z.infer<typeof Sale>;

/** Sales as they lie in a till's file, while the till runs or after. */
export function storedSales(dataDir: string): StoredSale[] {
  return reading(dataDir, (database) =>
    z.array(Sale).parse(database.prepare("SELECT * FROM sale ORDER BY seq").all()),
  );
}

const Tender = z.object({
  kind: z.string(),
  amount: z.int(),
  confirmed_by: z.string().nullable(),
});

/** What paid the sales of a till's file, in order. */
export function storedTenders(dataDir: string): z.infer<typeof Tender>[] {
  const sql = `SELECT kind, amount, confirmed_by FROM tender
    JOIN sale USING (sale_id) ORDER BY seq, no`;
  return reading(dataDir, (database) => z.array(Tender).parse(database.prepare(sql).all()));
}

/** What a payment provider knows the codes by that are still to be paid, oldest first. */
export function openProviderCodes(dataDir: string): string[] {
  const sql = `SELECT provider_ref AS ref FROM qris_tender
    WHERE state = 'OPEN' AND provider_ref IS NOT NULL ORDER BY qris_id`;
  const Row = z.object({ ref: z.string() });
  return reading(dataDir, (database) =>
    z
      .array(Row)
      .parse(database.prepare(sql).all())
      .map(({ ref }) => ref),
  );
}

/** Bodies of a kind of journal entry, oldest first. */
export function entryBodies(dataDir: string, kind: string): unknown[] {
  return reading(dataDir, (database) =>
    z
      .array(z.object({ body: z.string() }))
      .parse(database.prepare("SELECT body FROM journal WHERE kind = ? ORDER BY seq").all(kind))
      .map(({ body }) => JSON.parse(body) as unknown),
  );
}

/** How often each kind of scan was refused: all that is kept of them. */
export function refusedScans(dataDir: string): Record<string, number> {
  const Row = z.object({ code: z.string(), count: z.int() });
  return reading(dataDir, (database) =>
    Object.fromEntries(
      z
        .array(Row)
        .parse(
          database
            .prepare("SELECT code, sum(count) AS count FROM scan_refusal GROUP BY code")
            .all(),
        )
        .map(({ code, count }) => [code, count]),
    ),
  );
}

/** Changes a closed till's file, to stage what a test is about. */
export function changeTillFile(dataDir: string, sql: string): void {
  const database = new Database(join(dataDir, "till.db"));
  try {
    database.exec(sql);
  } finally {
    database.close();
  }
}

function reading<T>(dataDir: string, read: (database: Database.Database) => T): T {
  const database = new Database(join(dataDir, "till.db"), { readonly: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
}
