import { type ReadDb, statement } from "../database.ts";
import type { HistorySaleRow, Page, SaleKey, Span } from "./sale-history.ts";

const NEWEST = "AND sale_id < @before ORDER BY sale_id DESC LIMIT @limit";
const COUNTER = "CAST(substr(number, instr(number, '-') + 11) AS INTEGER)";

/** What each key means for former tills' sales; each is answered from its own index. */
const FORMER_SQL: Readonly<Record<SaleKey["by"], string>> = {
  ALL: "@value IS NULL",
  NUMBER: `sale_id IN (SELECT sale_id FROM former_sale WHERE number = @value
    UNION SELECT sale_id FROM former_reversal WHERE number = @value)`,
  COUNTER: `${COUNTER} = @value`,
  TOTAL: "total = @value",
  PERSON: "person_id = @value",
  PRODUCT: "sale_id IN (SELECT sale_id FROM former_line WHERE product_id = @value)",
};

/** Ids of former tills' sales that a key finds, the newest first. */
export function findFormerSales(
  db: ReadDb,
  key: SaleKey,
  { before, limit, span }: Page & { readonly span: Span | null },
): string[] {
  const day = span === null ? "" : "AND at >= @from AND at < @to";
  const value = key.by === "ALL" ? null : key.value;
  return statement(
    db,
    `SELECT sale_id FROM former_sale WHERE ${FORMER_SQL[key.by]} ${day} ${NEWEST}`,
  )
    .pluck()
    .all({ before, limit, value, ...span }) as string[];
}

/** A former till's sale as a list shows it, with its place in that till's journal. */
export type FormerSaleRow = Omit<HistorySaleRow, "printOutcome"> & {
  tillId: string;
  seq: number;
  hash: string;
};

/** Former tills' sales by id. */
export function formerRows(db: ReadDb, saleIds: readonly string[]): FormerSaleRow[] {
  return statement(
    db,
    `SELECT s.sale_id AS saleId, s.till_id AS tillId, s.seq, s.hash, s.number, s.at, s.total,
       s.pieces, s.buyer_kind AS buyerKind, s.person_id AS personId,
       EXISTS (SELECT 1 FROM former_reversal r
         WHERE r.sale_id = s.sale_id AND r.kind = 'VOID') AS voided,
       (SELECT coalesce(sum(r.pieces), 0) FROM former_reversal r
         WHERE r.sale_id = s.sale_id) AS returnedQty
     FROM json_each(@ids) wanted JOIN former_sale s ON s.sale_id = wanted.value`,
  ).all({ ids: JSON.stringify(saleIds) }) as FormerSaleRow[];
}

export function isFormerSale(db: ReadDb, saleId: string): boolean {
  return statement(db, "SELECT 1 FROM former_sale WHERE sale_id = ?").get(saleId) !== undefined;
}

/** The number of any sale of a former till, which names that till; null: it has sold nothing yet. */
export function newestFormerNumber(db: ReadDb, tillId: string): string | null {
  const row = statement(
    db,
    `SELECT json_extract(body, '$.number') AS number FROM former_entry
     WHERE till_id = ? AND kind = 'SALE' ORDER BY seq DESC LIMIT 1`,
  ).get(tillId);
  return (row as { number: string } | undefined)?.number ?? null;
}

/** An entry of a former till, word for word. */
export type FormerEntryRow = {
  seq: number;
  hash: string;
  signature: string;
  receiptSignature: string | null;
  body: string;
};

const ENTRY = "e.seq, e.hash, e.signature, e.receipt_signature AS receiptSignature, e.body";

/** The entry of a former till's sale. */
export function formerSaleEntry(db: ReadDb, sale: FormerSaleRow): FormerEntryRow | null {
  const row = statement(
    db,
    `SELECT ${ENTRY} FROM former_entry e WHERE till_id = ? AND seq = ? AND hash = ?`,
  ).get(sale.tillId, sale.seq, sale.hash);
  return (row as FormerEntryRow | undefined) ?? null;
}

/** Everything taken back of a former till's sale there, the oldest first. */
export function formerReversals(db: ReadDb, saleId: string): FormerEntryRow[] {
  return statement(
    db,
    `SELECT ${ENTRY} FROM former_reversal r
     JOIN former_entry e ON e.till_id = r.till_id AND e.seq = r.seq AND e.hash = r.hash
     WHERE r.sale_id = ? ORDER BY e.seq`,
  ).all(saleId) as FormerEntryRow[];
}
