import { type ReadDb, statement, type WriteDb } from "../database.ts";

export type QrisTenderRow = {
  qrisId: string;
  cartId: string;
  amount: number;
  payload: string;
  /** what the provider knows it by; null where the cashier confirms */
  providerRef: string | null;
  createdAt: number;
  expiresAt: number;
  state: "OPEN" | "CONFIRMED" | "CANCELLED" | "USED";
  confirmedBy: "cashier" | "provider" | null;
};

const ROW = `qris_id AS qrisId, cart_id AS cartId, amount, payload, provider_ref AS providerRef,
  created_at AS createdAt, expires_at AS expiresAt, state, confirmed_by AS confirmedBy`;
const LIVE = "state IN ('OPEN', 'CONFIRMED')";

export function insertQrisTender(
  db: WriteDb,
  row: Omit<QrisTenderRow, "state" | "confirmedBy">,
): void {
  statement(
    db,
    `INSERT INTO qris_tender (qris_id, cart_id, amount, payload, provider_ref, created_at,
       expires_at, state)
     VALUES (@qrisId, @cartId, @amount, @payload, @providerRef, @createdAt, @expiresAt, 'OPEN')`,
  ).run(row);
}

export function qrisTender(db: ReadDb, qrisId: string): QrisTenderRow | null {
  const row = statement(db, `SELECT ${ROW} FROM qris_tender WHERE qris_id = ?`).get(qrisId);
  return (row as QrisTenderRow | undefined) ?? null;
}

/** The codes of a cart that are waited for or paid, oldest first. */
export function liveQrisTenders(db: ReadDb, cartId: string): QrisTenderRow[] {
  return statement(
    db,
    `SELECT ${ROW} FROM qris_tender WHERE cart_id = ? AND ${LIVE} ORDER BY qris_id`,
  ).all(cartId) as QrisTenderRow[];
}

/** The codes whose payment a provider may still tell of. */
export function awaitedOfProvider(db: ReadDb): QrisTenderRow[] {
  return statement(
    db,
    `SELECT ${ROW} FROM qris_tender
     WHERE ${LIVE} AND state = 'OPEN' AND provider_ref IS NOT NULL ORDER BY qris_id`,
  ).all() as QrisTenderRow[];
}

export function confirmQrisTender(
  db: WriteDb,
  qrisId: string,
  confirmedBy: "cashier" | "provider",
): void {
  statement(
    db,
    "UPDATE qris_tender SET state = 'CONFIRMED', confirmed_by = ? WHERE qris_id = ?",
  ).run(confirmedBy, qrisId);
}

export function cancelQrisTender(db: WriteDb, qrisId: string): void {
  statement(db, "UPDATE qris_tender SET state = 'CANCELLED' WHERE qris_id = ?").run(qrisId);
}

/** A confirmed code became a tender of a sale. */
export function spendQrisTender(db: WriteDb, qrisId: string, saleId: string): void {
  statement(db, "UPDATE qris_tender SET state = 'USED', sale_id = ? WHERE qris_id = ?").run(
    saleId,
    qrisId,
  );
}

/** Codes of a cart that nobody paid are over; a provider's only once it took them back itself. */
export function cancelOpenQrisTenders(db: WriteDb, cartId: string): void {
  statement(
    db,
    `UPDATE qris_tender SET state = 'CANCELLED'
     WHERE cart_id = ? AND state = 'OPEN' AND provider_ref IS NULL`,
  ).run(cartId);
}

/** Money that came by a code of a cart that is not open now, oldest first. */
export function paidElsewhere(db: ReadDb, openCartId: string): QrisTenderRow[] {
  return statement(
    db,
    `SELECT ${ROW} FROM qris_tender
     WHERE ${LIVE} AND state = 'CONFIRMED' AND cart_id <> ? ORDER BY qris_id`,
  ).all(openCartId) as QrisTenderRow[];
}
