import { AppError } from "../../../shared/contract/errors.ts";
import type { Transaction } from "../database/database.ts";
import type { Desk } from "../quarantine/decide-entry.ts";
import { holdLockedMonth, monthSums, saveRevision } from "../stores/month-revision.ts";

/**
 * Counts a sale in a month. A locked one is only joined by what its till wrote for it (`written`), and
 * as a new version of its report, with the difference it made. Fails with: MONTH_LOCKED.
 */
export async function joinMonth(
  tx: Transaction,
  { till, at, userId }: Desk,
  join: {
    readonly seq: number;
    readonly period: string;
    readonly written: string;
    readonly count: () => Promise<void>;
  },
): Promise<void> {
  const { seq, period, written, count } = join;
  const { regencyId } = till;
  if (!(await holdLockedMonth(tx, regencyId, period))) return count();
  if (period !== written) throw new AppError("MONTH_LOCKED");
  const before = await monthSums(tx, regencyId, period);
  await count();
  const after = await monthSums(tx, regencyId, period);
  const total = after.total - before.total;
  const counted = after.counted - before.counted;
  await saveRevision(tx, till, { period, seq, at, userId, total, counted });
}
