import { type ReadDb, statement, type WriteDb } from "../database.ts";

/** A person who may log in here. `pinHmac` is HMAC-SHA-256(deviceSecret, scrypt(PIN, salt)). */
export type CashierRow = {
  cashierId: string;
  name: string;
  role: "CASHIER" | "SUPERVISOR";
  salt: string;
  pinHmac: Uint8Array;
  /** of the one staff card that is good for this person */
  cardSerial: number | null;
  active: 0 | 1;
  feedSeq: number;
};

export function upsertCashier(db: WriteDb, row: CashierRow): void {
  statement(
    db,
    `INSERT INTO cashier (cashier_id, name, role, salt, pin_hmac, card_serial, active, feed_seq)
     VALUES (@cashierId, @name, @role, @salt, @pinHmac, @cardSerial, @active, @feedSeq)
     ON CONFLICT (cashier_id) DO UPDATE SET name = excluded.name, role = excluded.role,
       salt = excluded.salt, pin_hmac = excluded.pin_hmac, card_serial = excluded.card_serial,
       active = excluded.active, feed_seq = excluded.feed_seq
     WHERE excluded.feed_seq > cashier.feed_seq`,
  ).run(row);
}

const CASHIER = `cashier_id AS cashierId, name, role, salt, pin_hmac AS pinHmac,
  card_serial AS cardSerial, active, feed_seq AS feedSeq`;

export function cashierById(db: ReadDb, cashierId: string): CashierRow | null {
  const row = statement(db, `SELECT ${CASHIER} FROM cashier WHERE cashier_id = ?`).get(cashierId);
  return (row as CashierRow | undefined) ?? null;
}

/** Those who may log in, by name. */
export function activeCashiers(db: ReadDb): CashierRow[] {
  return statement(
    db,
    `SELECT ${CASHIER} FROM cashier WHERE active = 1 ORDER BY name, cashier_id`,
  ).all() as CashierRow[];
}

/** Wrong PINs in a row, locks in a row, and the end of the present lock (UTC milliseconds). */
export type PinLock = { failures: number; locks: number; lockedUntil: number | null };

export function pinLock(db: ReadDb, cashierId: string): PinLock {
  const row = statement(
    db,
    "SELECT failures, locks, locked_until AS lockedUntil FROM pin_lock WHERE cashier_id = ?",
  ).get(cashierId);
  return (row as PinLock | undefined) ?? { failures: 0, locks: 0, lockedUntil: null };
}

export function setPinLock(db: WriteDb, cashierId: string, lock: PinLock): void {
  statement(
    db,
    `INSERT INTO pin_lock (cashier_id, failures, locks, locked_until)
     VALUES (@cashierId, @failures, @locks, @lockedUntil)
     ON CONFLICT (cashier_id) DO UPDATE SET failures = excluded.failures, locks = excluded.locks,
       locked_until = excluded.locked_until`,
  ).run({ cashierId, ...lock });
}

export function clearPinLock(db: WriteDb, cashierId: string): null {
  statement(db, "DELETE FROM pin_lock WHERE cashier_id = ?").run(cashierId);
  return null;
}
