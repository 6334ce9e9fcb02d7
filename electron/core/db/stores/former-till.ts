import type { ReturnBody, SaleBody, VoidBody } from "../../../../shared/contract/journal-bodies.ts";
import type { FormerEntry } from "../../../../shared/contract/former-till.ts";
import { instantMs } from "../../../../shared/domain/period.ts";
import { type ReadDb, statement, type WriteDb } from "../database.ts";

export type FormerSource = "FILE" | "CENTRE";

/** How much of a former till's journal is here from a source. */
export type FormerTillRow = {
  tillId: string;
  source: FormerSource;
  /** the entry that is to come next; 0: all are here; null: not begun */
  nextSeq: number | null;
  nextHash: string | null;
  vouchedFrom: number | null;
  faultCode: string | null;
  faultSeq: number | null;
};

export function formerTills(db: ReadDb): FormerTillRow[] {
  return statement(
    db,
    `SELECT till_id AS tillId, source, next_seq AS nextSeq, next_hash AS nextHash,
       vouched_from AS vouchedFrom, fault_code AS faultCode, fault_seq AS faultSeq
     FROM former_till ORDER BY till_id, source DESC`,
  ).all() as FormerTillRow[];
}

/** Begins with a former till's journal; one that was begun stays as it is. */
export function beginFormer(
  db: WriteDb,
  { tillId, source, nextSeq, nextHash, vouchedFrom }: Omit<FormerTillRow, "faultCode" | "faultSeq">,
): void {
  statement(
    db,
    `INSERT OR IGNORE INTO former_till (till_id, source, next_seq, next_hash, vouched_from)
     VALUES (?, ?, ?, ?, ?)`,
  ).run(tillId, source, nextSeq, nextHash, vouchedFrom);
}

export function moveFormer(
  db: WriteDb,
  { tillId, source }: Pick<FormerTillRow, "tillId" | "source">,
  next: { readonly seq: number; readonly hash: string; readonly vouchedFrom: number | null },
): void {
  statement(
    db,
    `UPDATE former_till SET next_seq = ?, next_hash = ?, vouched_from = ?
     WHERE till_id = ? AND source = ?`,
  ).run(next.seq, next.hash, next.vouchedFrom, tillId, source);
}

export function refuseFormer(
  db: WriteDb,
  { tillId, source }: Pick<FormerTillRow, "tillId" | "source">,
  fault: { readonly code: string; readonly seq: number },
): void {
  statement(
    db,
    "UPDATE former_till SET fault_code = ?, fault_seq = ? WHERE till_id = ? AND source = ?",
  ).run(fault.code, fault.seq, tillId, source);
}

/** Nothing is to come from there: the file lies elsewhere. */
export function dropFormer(
  db: WriteDb,
  { tillId, source }: Pick<FormerTillRow, "tillId" | "source">,
): void {
  statement(db, "DELETE FROM former_till WHERE till_id = ? AND source = ?").run(tillId, source);
}

type Of = { readonly tillId: string; readonly entry: FormerEntry };

/** Keeps an entry word for word; one that another source brought before is not kept twice. */
export function insertFormerEntry(
  db: WriteDb,
  { tillId, entry }: Of,
  kind: "SALE" | "VOID" | "RETURN",
): void {
  const { seq, prevHash, hash, signature, receiptSignature, body } = entry;
  statement(
    db,
    `INSERT OR IGNORE INTO former_entry
       (till_id, seq, kind, prev_hash, hash, signature, receipt_signature, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(tillId, seq, kind, prevHash, hash, signature, receiptSignature, body);
}

export function insertFormerSale(db: WriteDb, { tillId, entry }: Of, body: SaleBody): void {
  const { saleId, number, total, buyer, lines } = body;
  const pieces = lines.reduce((sum, { qty }) => sum + qty, 0);
  statement(
    db,
    `INSERT OR IGNORE INTO former_sale
       (sale_id, till_id, seq, hash, number, at, total, pieces, buyer_kind, person_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    saleId,
    tillId,
    entry.seq,
    entry.hash,
    number,
    instantMs(body.at),
    total,
    pieces,
    buyer.kind,
    buyer.personId,
  );
  const line = statement(
    db,
    "INSERT OR IGNORE INTO former_line (product_id, sale_id) VALUES (?, ?)",
  );
  for (const { productId } of lines) line.run(productId, saleId);
}

export function insertFormerReversal(
  db: WriteDb,
  { tillId, entry }: Of,
  body: VoidBody | ReturnBody,
): void {
  const isReturn = body.kind === "RETURN";
  const pieces = isReturn ? body.lines.reduce((sum, { qty }) => sum + qty, 0) : 0;
  statement(
    db,
    `INSERT OR IGNORE INTO former_reversal (sale_id, till_id, seq, hash, kind, number, pieces)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    body.original.saleId,
    tillId,
    entry.seq,
    entry.hash,
    body.kind,
    isReturn ? body.number : null,
    pieces,
  );
}
