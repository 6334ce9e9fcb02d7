import Database from "better-sqlite3";
import { z } from "zod";

const SaleRow = z.object({
  sale_id: z.string(),
  number: z.string(),
  at: z.int(),
  period: z.string(),
  assurance: z.string().nullable(),
  person_id: z.string().nullable(),
  total: z.int(),
  counted: z.int(),
  outcome: z.string(),
  printed_at: z.int(),
  received_at: z.int().nullable(),
});
const Totals = z.object({ entries: z.int(), sales: z.int(), sum: z.int(), outbox: z.int() });

/** What the till's own file says once the till is closed. */
export type TillFacts = {
  readonly sales: readonly z.infer<typeof SaleRow>[];
  readonly totals: z.infer<typeof Totals>;
};

/** Copies a till's file whole, whatever its write-ahead log holds. */
export async function copyTillFile(from: string, to: string): Promise<void> {
  const database = new Database(from, { readonly: true });
  try {
    await database.backup(to);
  } finally {
    database.close();
  }
  makeOneFile(to);
}

/** A copy to hand on is one file, without a log beside it. */
function makeOneFile(file: string): void {
  const copy = new Database(file);
  try {
    copy.pragma("journal_mode = DELETE");
  } finally {
    copy.close();
  }
}

/** Reads sales with the fate of their first receipt, and the journal's counts. */
export function readTillFacts(file: string): TillFacts {
  const database = new Database(file, { readonly: true });
  try {
    const sales = database
      .prepare(
        `SELECT s.sale_id, s.number, s.at, s.period, s.assurance, s.person_id, s.total, s.counted,
           p.outcome, p.changed_at AS printed_at,
           (SELECT min(h.received_at) FROM countersigned_head h WHERE h.seq >= s.seq) AS received_at
         FROM sale s JOIN print_job p ON p.document_kind = 'SALE' AND p.document_ref = s.sale_id
           AND p.copy = 0
         ORDER BY s.seq`,
      )
      .all();
    const totals = database
      .prepare(
        `SELECT count(*) AS entries, count(*) FILTER (WHERE kind = 'SALE') AS sales,
           coalesce(sum(body ->> '$.total') FILTER (WHERE kind = 'SALE'), 0) AS sum,
           count(*) FILTER (WHERE seq > (SELECT acknowledged_seq FROM sync_state)) AS outbox
         FROM journal`,
      )
      .get();
    return { sales: z.array(SaleRow).parse(sales), totals: Totals.parse(totals) };
  } finally {
    database.close();
  }
}
