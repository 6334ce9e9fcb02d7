import {
  type ReturnBody,
  type SaleBody,
  ShiftOpenedBody,
  type VoidBody,
} from "../../../shared/contract/journal-bodies.ts";
import { isRupiah } from "../../../shared/domain/money.ts";
import type { ReturnLine } from "../../../shared/domain/return.ts";
import { type ReadDb, statement, type WriteDb } from "../db/database.ts";
import type { JournalRow } from "../db/stores/journal.ts";
import { soldNamesNow } from "../db/stores/product.ts";
import { insertReversal, insertReversalLines, soldLines } from "../db/stores/reversal.ts";
import { insertSale, insertSaleLine, insertTender } from "../db/stores/sale.ts";

/*
 * The rows beside an entry that the journal alone gives again. Stock itself is not among them: it is
 * what the centre last counted, moved by what was sold since.
 */

/** Writes the rows of a sale anew; names and references of lines that are still there stay. */
export function rebuildSale(db: WriteDb, row: JournalRow, body: SaleBody): void {
  const { saleId } = body;
  const names = namesBefore(db, saleId);
  const references = referencesBefore(db, saleId);
  const kept = statement(
    db,
    `SELECT copies, month_counted AS counted, month_as_of AS asOf FROM sale WHERE sale_id = ?`,
  ).get(saleId) as { copies: number; counted: number | null; asOf: number | null } | undefined;
  for (const table of ["tender", "sale_line", "sale"]) {
    statement(db, `DELETE FROM ${table} WHERE sale_id = ?`).run(saleId);
  }
  statement(db, "DELETE FROM stock_movement WHERE seq = ?").run(row.seq);
  const month =
    kept === undefined || kept.counted === null ? null : { counted: kept.counted, asOf: kept.asOf };
  insertSale(db, { seq: row.seq, at: row.at, body, month });
  statement(db, "UPDATE sale SET copies = ? WHERE sale_id = ?").run(
    copiesOf(db, saleId, kept?.copies ?? 0),
    saleId,
  );
  for (const line of body.lines) {
    insertSaleLine(db, saleId, { ...line, ...(names.get(line.no) ?? soldNamesNow(db, line)) });
    statement(
      db,
      `INSERT INTO stock_movement (seq, no, product_id, qty, reason) VALUES (?, ?, ?, ?, 'SALE')`,
    ).run(row.seq, line.no, line.productId, -line.qty);
  }
  for (const tender of body.tenders) {
    insertTender(db, saleId, { ...tender, referenceSealed: references.get(tender.no) ?? null });
  }
}

/** Writes the rows of a void or return anew. */
export function rebuildReversal(db: WriteDb, row: JournalRow, body: VoidBody | ReturnBody): void {
  const found = statement(
    db,
    `SELECT reversal_id AS id, month_counted AS counted, month_as_of AS asOf
     FROM reversal WHERE seq = ?`,
  ).get(row.seq) as { id: string; counted: number | null; asOf: number | null } | undefined;
  const reversalId = body.kind === "RETURN" ? body.returnId : (found?.id ?? body.commandId);
  for (const table of ["refund", "reversal_line", "reversal"]) {
    statement(db, `DELETE FROM ${table} WHERE reversal_id IN (?, ?)`).run(
      reversalId,
      found?.id ?? reversalId,
    );
  }
  statement(db, "DELETE FROM stock_back WHERE seq = ?").run(row.seq);
  const sale = statement(
    db,
    "SELECT period, person_id AS personId FROM sale WHERE sale_id = ?",
  ).get(body.original.saleId) as { period: string; personId: string | null } | undefined;
  if (sale === undefined) return;
  const { counted = null, asOf = null } = found ?? {};
  const month = counted === null ? null : { counted, asOf };
  insertReversal(db, { reversalId, seq: row.seq, at: row.at, body, sale, month });
  if (body.kind === "RETURN") insertReversalLines(db, reversalId, linesOf(body));
  for (const [index, back] of backOnShelf(db, body).entries()) {
    statement(db, "INSERT INTO stock_back (seq, no, product_id, qty) VALUES (?, ?, ?, ?)").run(
      row.seq,
      back.no ?? index + 1,
      back.productId,
      back.qty,
    );
  }
}

/** Writes a shift's row where it is missing; a closed one is never changed. */
export function rebuildShift(db: WriteDb, row: JournalRow, body: unknown): void {
  const { shiftId, float, actorId } = ShiftOpenedBody.parse(body);
  const closed = statement(
    db,
    `SELECT at FROM journal
     WHERE kind = 'SHIFT_CLOSED' AND json_extract(body, '$.shiftId') = ?`,
  ).get(shiftId) as { at: number } | undefined;
  statement(
    db,
    `INSERT INTO shift (shift_id, opened_seq, opened_at, opened_by, float, closed_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(shiftId, row.seq, row.at, actorId, float, closed?.at ?? null);
}

function linesOf(body: ReturnBody): ReturnLine[] {
  return body.lines.flatMap(({ refund, ...line }) =>
    isRupiah(refund) ? [{ ...line, refund }] : [],
  );
}

type Back = { readonly no: number | null; readonly productId: string; readonly qty: number };

/** What a reversal put back on the shelf: all of a void, the good pieces of a return. */
export function backOnShelf(db: ReadDb, body: VoidBody | ReturnBody): Back[] {
  const sold = soldLines(db, body.original.saleId);
  if (body.kind === "VOID") {
    return sold.map(({ no, productId, qty }) => ({ no, productId, qty }));
  }
  const products = new Map(sold.map(({ no, productId }) => [no, productId]));
  return body.lines.flatMap(({ originalNo, qty, condition }, index): Back[] => {
    const productId = products.get(originalNo);
    if (condition !== "BAIK" || productId === undefined) return [];
    return [{ no: index + 1, productId, qty }];
  });
}

/** How many copies the journal says were printed of a sale, where it says more than the row. */
function copiesOf(db: ReadDb, saleId: string, known: number): number {
  const { copies } = statement(
    db,
    `SELECT coalesce(max(json_extract(body, '$.copy')), 0) AS copies FROM journal
     WHERE kind = 'REPRINTED' AND json_extract(body, '$.saleId') = ?`,
  ).get(saleId) as { copies: number };
  return Math.max(known, copies);
}

type Names = { readonly name: string; readonly makerName: string };

function namesBefore(db: ReadDb, saleId: string): Map<number, Names> {
  const rows = statement(
    db,
    "SELECT no, product_name AS name, maker_name AS makerName FROM sale_line WHERE sale_id = ?",
  ).all(saleId) as (Names & { no: number })[];
  return new Map(rows.map(({ no, ...names }) => [no, names]));
}

function referencesBefore(db: ReadDb, saleId: string): Map<number, Uint8Array | null> {
  const rows = statement(
    db,
    "SELECT no, reference_sealed AS sealed FROM tender WHERE sale_id = ?",
  ).all(saleId) as { no: number; sealed: Uint8Array | null }[];
  return new Map(rows.map(({ no, sealed }) => [no, sealed]));
}
