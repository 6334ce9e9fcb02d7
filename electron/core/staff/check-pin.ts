import { AppError } from "../../../shared/contract/errors.ts";
import { instantText } from "../../../shared/domain/period.ts";
import type { Till } from "../context.ts";
import type { WriteDb } from "../db/database.ts";
import {
  type CashierRow,
  cashierById,
  clearPinLock,
  type PinLock,
  pinLock,
  setPinLock,
} from "../db/stores/cashier.ts";
import { journalHead } from "../db/stores/journal.ts";
import { takesEntries } from "../watches/takes-entries.ts";
import { pinHmac, pinRecord, sameSecret } from "./pin.ts";

/** So many wrong PINs in a row lock a cashier out. */
const MAX_FAILURES = 5;
const FIRST_LOCK_MS = 5 * 60_000;
const LONGEST_LOCK_MS = 24 * 60 * 60_000;

/** An active cashier or supervisor. Fails with: NOT_FOUND. */
export function activeStaff(till: Till, staffId: string): CashierRow {
  const cashier = cashierById(till.file.db(), staffId);
  if (cashier === null || cashier.active === 0) throw new AppError("NOT_FOUND");
  return cashier;
}

/**
 * Checks a person's PIN, for whatever it is asked. Wrong PINs are counted durably; the fifth in a row
 * locks for 5 minutes, each further lock for twice as long, and is journalled where the journal takes
 * entries. `withoutKeys` says
 * whether the person may pass while the key store is shut and no PIN can be checked.
 * Fails with: PIN_MALFORMED, PIN_WRONG {left}, PIN_LOCKED {until}, KEY_UNAVAILABLE.
 */
export async function checkPin(
  till: Till,
  cashier: CashierRow,
  { pin, withoutKeys }: { readonly pin: string; readonly withoutKeys: () => boolean },
): Promise<void> {
  if (!/^\d{6}$/.test(pin)) throw new AppError("PIN_MALFORMED");
  const { cashierId } = cashier;
  requireUnlocked(pinLock(till.file.db(), cashierId), now(till));
  const right = await isRight(till, cashier, { pin, withoutKeys });
  const lock = till.file.commit((db) => {
    // Again, because other tries may have ended while this one was computed.
    const before = pinLock(db, cashierId);
    requireUnlocked(before, now(till));
    return right ? clearPinLock(db, cashierId) : countFailure(till, db, { cashierId, before });
  });
  if (lock !== null) refuse(till, lock);
}

async function isRight(
  till: Till,
  cashier: CashierRow,
  { pin, withoutKeys }: { readonly pin: string; readonly withoutKeys: () => boolean },
): Promise<boolean> {
  const keys = till.keys();
  if (keys !== null) {
    const record = await pinRecord(pin, cashier.salt);
    return sameSecret(pinHmac(keys.deviceSecret, record), cashier.pinHmac);
  }
  if (withoutKeys()) return true;
  throw new AppError("KEY_UNAVAILABLE", { retryable: true });
}

function countFailure(
  till: Till,
  db: WriteDb,
  { cashierId, before }: { readonly cashierId: string; readonly before: PinLock },
): PinLock {
  const lock = afterFailure(before, now(till));
  setPinLock(db, cashierId, lock);
  const { failures, lockedUntil } = lock;
  if (lockedUntil === null || !takesEntries(db)) return lock;
  till.journal().write(db, {
    actorId: cashierId,
    commandId: till.newId(),
    build: (head) => ({
      v: 1,
      kind: "PIN_LOCKED",
      ...head,
      staffId: cashierId,
      failures,
      until: instantText(lockedUntil),
    }),
  });
  return lock;
}

function refuse(till: Till, lock: PinLock): never {
  if (lock.lockedUntil === null) {
    throw new AppError("PIN_WRONG", { details: { left: MAX_FAILURES - lock.failures } });
  }
  till.entryWritten();
  till.changed();
  throw new AppError("PIN_LOCKED", { details: { until: lock.lockedUntil } });
}

function requireUnlocked(lock: PinLock, at: number): void {
  if (lock.lockedUntil !== null && lock.lockedUntil > at) {
    throw new AppError("PIN_LOCKED", { details: { until: lock.lockedUntil } });
  }
}

function afterFailure(lock: PinLock, at: number): PinLock {
  // A lock that has run out leaves only its length behind.
  const failures = (lock.lockedUntil === null ? lock.failures : 0) + 1;
  if (failures < MAX_FAILURES) return { failures, locks: lock.locks, lockedUntil: null };
  const lockMs = Math.min(FIRST_LOCK_MS * 2 ** lock.locks, LONGEST_LOCK_MS);
  return { failures, locks: lock.locks + 1, lockedUntil: at + lockMs };
}

function now(till: Till): number {
  return till.clock.read(journalHead(till.file.db())?.at ?? null).at;
}
