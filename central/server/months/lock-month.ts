import { AppError } from "../../../shared/contract/errors.ts";
import { dateStartMs, nextPeriod, periodStartDate } from "../../../shared/domain/period.ts";
import type { CentreDeps } from "../deps.ts";
import { writeAudit } from "../stores/audit.ts";
import { insertMonthLock } from "../stores/month-lock.ts";

/** Tills that were offline may bring a month's last sales until the end of the 5th after it. */
const GRACE_MS = 5 * 24 * 60 * 60_000;

/** The first moment a month may be locked: the 6th of the month after it, WIB. */
export function lockableFrom(period: string): number {
  return dateStartMs(periodStartDate(nextPeriod(period))) + GRACE_MS;
}

/**
 * Makes a month's reports final: what comes back of its sales from now on reduces an open month, and a
 * sale that comes late counts only where a person lets it, as a new version of the report. Once
 * locked it stays so, and locking it again does nothing.
 * Fails with: NOT_ALLOWED before the 6th of the month after it, WIB.
 */
export async function lockMonth(
  { database, regencyId, clock, newId }: CentreDeps,
  { period, userId }: { readonly period: string; readonly userId: string },
): Promise<void> {
  const at = clock.wallMs();
  if (at < lockableFrom(period)) throw new AppError("NOT_ALLOWED");
  await database.transaction(async (tx) => {
    if (!(await insertMonthLock(tx, regencyId, { period, at, userId }))) return;
    const change = { action: "month.lock", subject: period, before: null, after: { at } };
    await writeAudit(tx, regencyId, { auditId: newId(), at, userId, ...change });
  });
}
