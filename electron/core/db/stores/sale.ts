import type { SaleBody, SaleLine } from "../../../../shared/domain/sale.ts";
import { type ReadDb, statement, type WriteDb } from "../database.ts";

export type SaleRow = {
  saleId: string;
  seq: number;
  number: string;
  at: number;
  period: string;
  cashierId: string;
  buyerKind: "ASN" | "PUBLIC" | "INSTITUTION";
  personId: string | null;
  total: number;
  counted: number;
  change: number;
  monthCounted: number | null;
  monthAsOf: number | null;
  copies: number;
};

/** What a buyer was told of the month, a sale included. */
export type MonthTold = { readonly counted: number; readonly asOf: number | null };

export type NewSale = {
  readonly seq: number;
  readonly at: number;
  readonly body: SaleBody;
  readonly month: MonthTold | null;
};

/** Keeps a sale as its journal entry says it. */
export function insertSale(db: WriteDb, { seq, at, body, month }: NewSale): void {
  const { saleId, number, commandId, period, shiftId, buyer, total, counted, change } = body;
  const same = { saleId, seq, number, commandId, at, period, shiftId, total, counted, change };
  statement(
    db,
    `INSERT INTO sale (sale_id, seq, number, command_id, at, period, shift_id, cashier_id,
       buyer_kind, person_id, assurance, card_serial, proxy, match, total, counted, change,
       month_counted, month_as_of)
     VALUES (@saleId, @seq, @number, @commandId, @at, @period, @shiftId, @cashierId,
       @buyerKind, @personId, @assurance, @cardSerial, @proxy, @match, @total, @counted, @change,
       @monthCounted, @monthAsOf)`,
  ).run({
    ...same,
    cashierId: body.actorId,
    buyerKind: buyer.kind,
    personId: buyer.personId,
    assurance: buyer.assurance,
    cardSerial: buyer.cardSerial,
    proxy: buyer.proxy ? 1 : 0,
    match: buyer.match,
    monthCounted: month?.counted ?? null,
    monthAsOf: month?.asOf ?? null,
  });
}

/** Keeps a line with the names it was sold under. */
export function insertSaleLine(
  db: WriteDb,
  saleId: string,
  line: SaleLine & { readonly name: string; readonly makerName: string },
): void {
  statement(
    db,
    `INSERT INTO sale_line (sale_id, no, product_id, maker_id, product_name, maker_name, qty,
       unit_price, line_discount, sale_discount, net, may_count, share_bp)
     VALUES (@saleId, @no, @productId, @makerId, @productName, @makerName, @qty,
       @unitPrice, @lineDiscount, @saleDiscount, @net, @mayCount, @shareBp)`,
  ).run({
    saleId,
    no: line.no,
    productId: line.productId,
    makerId: line.makerId,
    productName: line.name,
    makerName: line.makerName,
    qty: line.qty,
    unitPrice: line.unitPrice,
    lineDiscount: line.lineDiscount,
    saleDiscount: line.saleDiscount,
    net: line.net,
    mayCount: line.mayCount ? 1 : 0,
    shareBp: line.shareBp,
  });
}

export function insertTender(
  db: WriteDb,
  saleId: string,
  tender: SaleBody["tenders"][number] & { readonly referenceSealed: Uint8Array | null },
): void {
  statement(
    db,
    `INSERT INTO tender (sale_id, no, kind, amount, confirmed_by, reference_sealed)
     VALUES (@saleId, @no, @kind, @amount, @confirmedBy, @referenceSealed)`,
  ).run({ saleId, ...tender });
}

const SALE = `sale_id AS saleId, seq, number, at, period, cashier_id AS cashierId,
  buyer_kind AS buyerKind, person_id AS personId, total, counted, change,
  month_counted AS monthCounted, month_as_of AS monthAsOf, copies`;

export function saleById(db: ReadDb, saleId: string): SaleRow | null {
  const row = statement(db, `SELECT ${SALE} FROM sale WHERE sale_id = ?`).get(saleId);
  return (row as SaleRow | undefined) ?? null;
}

export function saleByCommand(db: ReadDb, commandId: string): SaleRow | null {
  const row = statement(db, `SELECT ${SALE} FROM sale WHERE command_id = ?`).get(commandId);
  return (row as SaleRow | undefined) ?? null;
}

/** The sale this till made last. */
export function lastSale(db: ReadDb): SaleRow | null {
  const row = statement(db, `SELECT ${SALE} FROM sale ORDER BY seq DESC LIMIT 1`).get();
  return (row as SaleRow | undefined) ?? null;
}

/** A person's sales of a month at this till, the newest first. */
export function personSales(
  db: ReadDb,
  personId: string,
  period: string,
): { number: string; at: number; total: number; counted: number }[] {
  return statement(
    db,
    `SELECT number, at, total, counted FROM sale WHERE person_id = ? AND period = ?
     ORDER BY seq DESC LIMIT 200`,
  ).all(personId, period) as { number: string; at: number; total: number; counted: number }[];
}

/** Pieces sold and money handed over in a sale. */
export function saleFigures(db: ReadDb, saleId: string): { pieces: number; tendered: number } {
  return statement(
    db,
    `SELECT (SELECT coalesce(sum(qty), 0) FROM sale_line WHERE sale_id = @saleId) AS pieces,
       (SELECT coalesce(sum(amount), 0) FROM tender WHERE sale_id = @saleId) AS tendered`,
  ).get({ saleId }) as { pieces: number; tendered: number };
}

/** The names the lines of a sale were sold under, in order. */
export function soldNames(db: ReadDb, saleId: string): { name: string; makerName: string }[] {
  return statement(
    db,
    `SELECT product_name AS name, maker_name AS makerName FROM sale_line
     WHERE sale_id = ? ORDER BY no`,
  ).all(saleId) as { name: string; makerName: string }[];
}

/** Counts one more copy of a sale's receipt. */
export function setCopies(db: WriteDb, saleId: string, copies: number): void {
  statement(db, "UPDATE sale SET copies = ? WHERE sale_id = ?").run(copies, saleId);
}
