import { z } from "zod";
import { ReturnBody, SaleBody, VoidBody } from "../../../shared/contract/journal-bodies.ts";
import { type ReadDb, statement } from "../db/database.ts";
import type { JournalRow } from "../db/stores/journal.ts";
import type { Findings } from "./finding.ts";
import { backOnShelf } from "./rebuild-rows.ts";

/** Holds the rows that an entry left in the file's other tables against what the entry says. */
export function checkRows(
  db: ReadDb,
  findings: Findings,
  { row, body }: { readonly row: JournalRow; readonly body: unknown },
): void {
  switch (row.kind) {
    case "SALE": {
      const sale = SaleBody.safeParse(body);
      return sale.success ? checkSale(db, findings, { row, body: sale.data }) : undefined;
    }
    case "VOID":
    case "RETURN": {
      const reversal = z.union([VoidBody, ReturnBody]).safeParse(body);
      return reversal.success
        ? checkReversal(db, findings, { row, body: reversal.data })
        : undefined;
    }
    case "SHIFT_OPENED":
      return checkShift(db, findings, row);
  }
}

const SALE = `SELECT s.number, s.at, s.total, s.counted, s.change, s.person_id AS personId,
    (SELECT count(*) FROM sale_line l WHERE l.sale_id = s.sale_id) AS lines,
    (SELECT coalesce(sum(net), 0) FROM sale_line l WHERE l.sale_id = s.sale_id) AS net,
    (SELECT coalesce(sum(qty), 0) FROM sale_line l WHERE l.sale_id = s.sale_id) AS qty,
    (SELECT coalesce(sum(amount), 0) FROM tender t WHERE t.sale_id = s.sale_id) AS paid
  FROM sale s WHERE s.sale_id = ? AND s.seq = ?`;

function checkSale(
  db: ReadDb,
  findings: Findings,
  { row, body }: { readonly row: JournalRow; readonly body: SaleBody },
): void {
  const { saleId, number, total, counted, change, buyer, lines, tenders } = body;
  const expected = {
    number,
    at: row.at,
    total,
    counted,
    change,
    personId: buyer.personId,
    lines: lines.length,
    net: total,
    qty: lines.reduce((sum, { qty }) => sum + qty, 0),
    paid: tenders.reduce((sum, { amount }) => sum + amount, 0),
  };
  if (!isSame(statement(db, SALE).get(saleId, row.seq), expected)) {
    findings.add("SALE_ROWS", row.seq, number);
  }
  const moved = statement(
    db,
    "SELECT no, product_id AS productId, -qty AS qty FROM stock_movement WHERE seq = ? ORDER BY no",
  ).all(row.seq);
  const sold = lines.map(({ no, productId, qty }) => ({ no, productId, qty }));
  if (!isSame(moved, sold)) findings.add("STOCK_ROWS", row.seq, number);
}

function checkReversal(
  db: ReadDb,
  findings: Findings,
  { row, body }: { readonly row: JournalRow; readonly body: VoidBody | ReturnBody },
): void {
  const found = statement(
    db,
    `SELECT r.kind, r.sale_id AS saleId, r.total, r.counted,
       (SELECT coalesce(sum(amount), 0) FROM refund f WHERE f.reversal_id = r.reversal_id) AS paid
     FROM reversal r WHERE r.seq = ?`,
  ).get(row.seq);
  const { kind, original, total, counted, refunds } = body;
  const paid = refunds.reduce((sum, { amount }) => sum + amount, 0);
  if (!isSame(found, { kind, saleId: original.saleId, total, counted, paid })) {
    findings.add("REVERSAL_ROWS", row.seq, original.number);
  }
  const back = statement(
    db,
    "SELECT no, product_id AS productId, qty FROM stock_back WHERE seq = ? ORDER BY no",
  ).all(row.seq);
  if (!isSame(back, backOnShelf(db, body))) findings.add("STOCK_ROWS", row.seq, original.number);
}

function checkShift(db: ReadDb, findings: Findings, row: JournalRow): void {
  const found = statement(db, "SELECT 1 FROM shift WHERE opened_seq = ?").get(row.seq);
  if (found === undefined) findings.add("SHIFT_ROWS", row.seq);
}

function isSame(found: unknown, expected: unknown): boolean {
  return JSON.stringify(found) === JSON.stringify(expected);
}
