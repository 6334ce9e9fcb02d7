import type { PrintOutcome } from "../../../../shared/contract/till-state.ts";
import { type ReadDb, statement } from "../database.ts";

/** A page of the history: sales older than `before`, at most `limit`, the newest first. */
export type Page = { readonly before: string; readonly limit: number };

/** Instants in UTC milliseconds: from the first, before the second. */
export type Span = { readonly from: number; readonly to: number };

/** What a sale is looked for by. Each alone is answered from its own index. */
export type SaleKey =
  | { readonly by: "ALL" }
  | { readonly by: "NUMBER"; readonly value: string }
  | { readonly by: "COUNTER"; readonly value: number }
  | { readonly by: "TOTAL"; readonly value: number }
  | { readonly by: "PERSON"; readonly value: string }
  | { readonly by: "PRODUCT"; readonly value: string };

const NEWEST = "AND sale_id < @before ORDER BY sale_id DESC LIMIT @limit";
const COUNTER = "CAST(substr(number, instr(number, '-') + 11) AS INTEGER)";

/** Where a key looks over all time: in the order of its own index, so that a page is read, no more. */
export const HISTORY_SQL: Readonly<Record<SaleKey["by"], string>> = {
  ALL: `SELECT sale_id FROM sale WHERE @value IS NULL ${NEWEST}`,
  NUMBER: `SELECT sale_id FROM (
      SELECT sale_id FROM sale WHERE number = @value
      UNION SELECT sale_id FROM reversal WHERE number = @value)
    WHERE true ${NEWEST}`,
  COUNTER: `SELECT sale_id FROM sale INDEXED BY sale_counter WHERE ${COUNTER} = @value ${NEWEST}`,
  TOTAL: `SELECT sale_id FROM sale INDEXED BY sale_total WHERE total = @value ${NEWEST}`,
  PERSON: `SELECT sale_id FROM sale INDEXED BY sale_person WHERE person_id = @value ${NEWEST}`,
  PRODUCT: `SELECT DISTINCT sale_id FROM sale_line INDEXED BY sale_line_product
    WHERE product_id = @value ${NEWEST}`,
};

const WHERE: Readonly<Record<SaleKey["by"], string>> = {
  ALL: "@value IS NULL",
  NUMBER: `(number = @value
    OR sale_id IN (SELECT sale_id FROM reversal WHERE number = @value))`,
  COUNTER: `${COUNTER} = @value`,
  TOTAL: "total = @value",
  PERSON: "person_id = @value",
  PRODUCT: `EXISTS (SELECT 1 FROM sale_line l
    WHERE l.sale_id = sale.sale_id AND l.product_id = @value)`,
};

/** The same within a day: the day's sales are read, however many there are in all. */
export function daySql(by: SaleKey["by"]): string {
  return `SELECT sale_id FROM sale INDEXED BY sale_at
    WHERE at >= @from AND at < @to AND ${WHERE[by]} ${NEWEST}`;
}

/** Ids of the sales a key finds, the newest first. */
export function findSales(db: ReadDb, key: SaleKey, page: Page & { span: Span | null }): string[] {
  const { before, limit, span } = page;
  const asked = { before, limit, value: key.by === "ALL" ? null : key.value };
  const rows =
    span === null
      ? statement(db, HISTORY_SQL[key.by]).all(asked)
      : statement(db, daySql(key.by)).all({ ...asked, ...span });
  return (rows as { sale_id: string }[]).map((row) => row.sale_id);
}

/** A sale as a list of the history shows it. */
export type HistorySaleRow = {
  saleId: string;
  number: string;
  at: number;
  total: number;
  pieces: number;
  buyerKind: "ASN" | "PUBLIC" | "INSTITUTION";
  personId: string | null;
  voided: 0 | 1;
  returnedQty: number;
  printOutcome: PrintOutcome;
};

/** Sales by id as a list of the history shows them, the newest first. */
export function historyRows(db: ReadDb, saleIds: readonly string[]): HistorySaleRow[] {
  return statement(
    db,
    `SELECT s.sale_id AS saleId, s.number, s.at, s.total, s.buyer_kind AS buyerKind,
       s.person_id AS personId,
       (SELECT sum(qty) FROM sale_line l WHERE l.sale_id = s.sale_id) AS pieces,
       EXISTS (SELECT 1 FROM reversal r WHERE r.sale_id = s.sale_id AND r.kind = 'VOID') AS voided,
       (SELECT coalesce(sum(b.qty), 0) FROM reversal r
         JOIN reversal_line b ON b.reversal_id = r.reversal_id
         WHERE r.sale_id = s.sale_id) AS returnedQty,
       coalesce((SELECT outcome FROM print_job j
         WHERE j.document_ref = s.sale_id AND j.document_kind = 'SALE'
         ORDER BY copy DESC LIMIT 1), 'WAITING') AS printOutcome
     FROM json_each(@ids) wanted JOIN sale s ON s.sale_id = wanted.value
     ORDER BY s.sale_id DESC`,
  ).all({ ids: JSON.stringify(saleIds) }) as HistorySaleRow[];
}

/** The shift a sale was made in. */
export function saleShift(db: ReadDb, saleId: string): string | null {
  const row = statement(db, "SELECT shift_id AS shiftId FROM sale WHERE sale_id = ?").get(saleId);
  return (row as { shiftId: string } | undefined)?.shiftId ?? null;
}

/** People of the roster who bought at this till, with the version of what is known of them. */
export function buyersHere(db: ReadDb): { personId: string; feedSeq: number }[] {
  return statement(
    db,
    `SELECT p.person_id AS personId, p.feed_seq AS feedSeq FROM person p
     WHERE p.identity_sealed IS NOT NULL
       AND (EXISTS (SELECT 1 FROM sale s WHERE s.person_id = p.person_id)
         OR EXISTS (SELECT 1 FROM former_sale f WHERE f.person_id = p.person_id))`,
  ).all() as { personId: string; feedSeq: number }[];
}

/** Those of them who bought after an entry. */
export function buyersSince(db: ReadDb, seq: number): { personId: string; feedSeq: number }[] {
  return statement(
    db,
    `SELECT DISTINCT p.person_id AS personId, p.feed_seq AS feedSeq
     FROM sale s JOIN person p ON p.person_id = s.person_id
     WHERE s.seq > ? AND p.identity_sealed IS NOT NULL`,
  ).all(seq) as { personId: string; feedSeq: number }[];
}

/** Goods of this till's sales that match; of more than `limit` only so many. `match` is an FTS5 query. */
export function goodsSold(db: ReadDb, match: string, limit: number): string[] {
  // Read from the index on: to rank them, all that one word finds would be read first.
  return statement(
    db,
    `SELECT p.product_id FROM product_search f CROSS JOIN product p ON p.product_no = f.rowid
     WHERE product_search MATCH @match
       AND (EXISTS (SELECT 1 FROM sale_line l WHERE l.product_id = p.product_id)
         OR EXISTS (SELECT 1 FROM former_line o WHERE o.product_id = p.product_id))
     LIMIT @limit`,
  )
    .pluck()
    .all({ match, limit }) as string[];
}
