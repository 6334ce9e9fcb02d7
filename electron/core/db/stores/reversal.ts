import type { ReturnBody, VoidBody } from "../../../../shared/contract/journal-bodies.ts";
import type { ReturnableLine, ReturnLine } from "../../../../shared/domain/return.ts";
import { type ReadDb, statement, type WriteDb } from "../database.ts";
import type { MonthTold } from "./sale.ts";

/** A void or return as the file keeps it beside its journal entry. */
export type ReversalRow = {
  reversalId: string;
  seq: number;
  kind: "VOID" | "RETURN";
  saleId: string;
  salePeriod: string;
  personId: string | null;
  /** a return's own number; null for a void */
  number: string | null;
  at: number;
  shiftId: string;
  cashierId: string;
  approverId: string | null;
  reason: string;
  alone: 0 | 1;
  total: number;
  counted: number;
  monthCounted: number | null;
  monthAsOf: number | null;
};

export type NewReversal = {
  readonly reversalId: string;
  readonly seq: number;
  readonly at: number;
  readonly body: VoidBody | ReturnBody;
  /** the sale's month and buyer */
  readonly sale: { readonly period: string; readonly personId: string | null };
  readonly month: MonthTold | null;
};

/** Keeps a reversal as its journal entry says it, with the money paid back. */
export function insertReversal(db: WriteDb, reversal: NewReversal): void {
  const { reversalId, seq, at, body, sale, month } = reversal;
  const { kind, original, period, shiftId, reason, total, counted } = body;
  const same = { reversalId, seq, at, kind, period, shiftId, reason, total, counted };
  statement(
    db,
    `INSERT INTO reversal (reversal_id, seq, kind, sale_id, sale_seq, sale_period, person_id, number,
       at, period, shift_id, cashier_id, approver_id, reason, alone, total, counted, month_counted,
       month_as_of)
     VALUES (@reversalId, @seq, @kind, @saleId, @saleSeq, @salePeriod, @personId, @number,
       @at, @period, @shiftId, @cashierId, @approverId, @reason, @alone, @total, @counted,
       @monthCounted, @monthAsOf)`,
  ).run({
    ...same,
    saleId: original.saleId,
    saleSeq: original.seq,
    salePeriod: sale.period,
    personId: sale.personId,
    number: body.kind === "RETURN" ? body.number : null,
    cashierId: body.actorId,
    approverId: body.approval?.approverId ?? null,
    alone: body.kind === "VOID" && body.alone ? 1 : 0,
    monthCounted: month?.counted ?? null,
    monthAsOf: month?.asOf ?? null,
  });
  const refund = statement(
    db,
    "INSERT INTO refund (reversal_id, no, kind, amount) VALUES (?, ?, ?, ?)",
  );
  for (const { no, kind: way, amount } of body.refunds) refund.run(reversalId, no, way, amount);
}

/** Keeps the pieces that came back. */
export function insertReversalLines(
  db: WriteDb,
  reversalId: string,
  lines: readonly ReturnLine[],
): void {
  const insert = statement(
    db,
    `INSERT INTO reversal_line (reversal_id, no, original_no, qty, refund, condition)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  for (const [index, { originalNo, qty, refund, condition }] of lines.entries()) {
    insert.run(reversalId, index + 1, originalNo, qty, refund, condition);
  }
}

const REVERSAL = `reversal_id AS reversalId, seq, kind, sale_id AS saleId,
  sale_period AS salePeriod, person_id AS personId, number, at, shift_id AS shiftId,
  cashier_id AS cashierId, approver_id AS approverId, reason, alone, total, counted,
  month_counted AS monthCounted, month_as_of AS monthAsOf`;

export function reversalById(db: ReadDb, reversalId: string): ReversalRow | null {
  const row = statement(db, `SELECT ${REVERSAL} FROM reversal WHERE reversal_id = ?`).get(
    reversalId,
  );
  return (row as ReversalRow | undefined) ?? null;
}

/** Everything taken back of a sale, the oldest first. */
export function reversalsOf(db: ReadDb, saleId: string): ReversalRow[] {
  return statement(db, `SELECT ${REVERSAL} FROM reversal WHERE sale_id = ? ORDER BY seq`).all(
    saleId,
  ) as ReversalRow[];
}

/** The lines of a sale as they were sold, with what has come back of each. */
export type SoldLineRow = Omit<ReturnableLine, "mayCount"> & {
  mayCount: 0 | 1;
  productId: string;
  name: string;
  makerName: string;
  unitPrice: number;
  lineDiscount: number;
  saleDiscount: number;
};

export function soldLines(db: ReadDb, saleId: string): SoldLineRow[] {
  return statement(
    db,
    `SELECT l.no, l.product_id AS productId, l.product_name AS name, l.maker_name AS makerName,
       l.qty, l.unit_price AS unitPrice, l.line_discount AS lineDiscount,
       l.sale_discount AS saleDiscount, l.net, l.may_count AS mayCount,
       coalesce(sum(b.qty), 0) AS returnedQty, coalesce(sum(b.refund), 0) AS refunded
     FROM sale_line l
     LEFT JOIN reversal r ON r.sale_id = l.sale_id
     LEFT JOIN reversal_line b ON b.reversal_id = r.reversal_id AND b.original_no = l.no
     WHERE l.sale_id = ? GROUP BY l.no ORDER BY l.no`,
  ).all(saleId) as SoldLineRow[];
}

/** The pieces of a reversal with the names they were sold under. */
export function reversalGoods(
  db: ReadDb,
  reversalId: string,
): {
  originalNo: number;
  name: string;
  makerName: string;
  qty: number;
  refund: number;
  condition: ReturnLine["condition"];
}[] {
  return statement(
    db,
    `SELECT b.original_no AS originalNo, l.product_name AS name, l.maker_name AS makerName, b.qty,
       b.refund, b.condition
     FROM reversal_line b
     JOIN reversal r ON r.reversal_id = b.reversal_id
     JOIN sale_line l ON l.sale_id = r.sale_id AND l.no = b.original_no
     WHERE b.reversal_id = ? ORDER BY b.no`,
  ).all(reversalId) as ReturnType<typeof reversalGoods>;
}

export type TenderRow = { no: number; kind: "CASH" | "QRIS" | "TRANSFER" | "CARD"; amount: number };

/** How a sale was paid. */
export function tendersOf(db: ReadDb, saleId: string): TenderRow[] {
  return statement(db, "SELECT no, kind, amount FROM tender WHERE sale_id = ? ORDER BY no").all(
    saleId,
  ) as TenderRow[];
}

/** How the money of a reversal went back. */
export function refundsOf(db: ReadDb, reversalId: string): TenderRow[] {
  return statement(db, "SELECT no, kind, amount FROM refund WHERE reversal_id = ? ORDER BY no").all(
    reversalId,
  ) as TenderRow[];
}

/** Puts pieces that came back in good condition on the outlet's shelf. */
export function takeBack(
  db: WriteDb,
  outletId: string,
  back: { readonly seq: number; readonly no: number; readonly productId: string; qty: number },
): void {
  const { seq, no, productId, qty } = back;
  statement(db, "INSERT INTO stock_back (seq, no, product_id, qty) VALUES (?, ?, ?, ?)").run(
    seq,
    no,
    productId,
    qty,
  );
  statement(
    db,
    `INSERT INTO stock (product_id, outlet_id, qty, feed_seq) VALUES (?, ?, ?, 0)
     ON CONFLICT (product_id, outlet_id) DO UPDATE SET qty = qty + excluded.qty`,
  ).run(productId, outletId, qty);
}
