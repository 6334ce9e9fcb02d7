import { AppError } from "../../../shared/contract/errors.ts";
import { CashierChange, FeedChange } from "../../../shared/contract/feed.ts";
import type { PullAnswer } from "../../../shared/contract/sync.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import type { CentreDeps } from "../deps.ts";
import { sealTo } from "../keys/seal.ts";
import { pinRecordsOf } from "../stores/cashier.ts";
import { feedAfter, type FeedRow, newestFeedSeq } from "../stores/feed.ts";
import { noteHeard, type TillRecord } from "../stores/till.ts";

/** Month totals older than the month before this one are of no use at a till. */
const OLDEST_TOTAL_MS = 31 * 24 * 60 * 60 * 1_000;
const StoredCashier = CashierChange.omit({ sealedPin: true });

/**
 * The changes after a cursor that this till may know, oldest first. PIN records are sealed to it
 * alone. Fails with: TILL_REVOKED (a revoked till may still push, but learns nothing more).
 */
export async function pull(
  deps: CentreDeps,
  till: TillRecord,
  { cursor, limit }: { readonly cursor: number; readonly limit: number },
): Promise<PullAnswer> {
  if (till.state === "REVOKED") throw new AppError("TILL_REVOKED");
  const { database, clock } = deps;
  await noteHeard(database, till, { nowMs: clock.wallMs(), spoke: null });
  // Read first: whatever is numbered up to here is already visible to the next query.
  const newest = await newestFeedSeq(database, till.regencyId);
  const rows = await feedAfter(database, {
    regencyId: till.regencyId,
    cursor,
    outletId: till.outletId,
    oldestPeriod: periodOf(clock.wallMs() - OLDEST_TOTAL_MS),
    withCashiers: till.deviceKind === "till",
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const more = rows.length > limit;
  const last = page.at(-1)?.feed_seq ?? cursor;
  return {
    changes: await changesOf(deps, till, page),
    cursor: more ? last : Math.max(newest, last),
    more,
  };
}

async function changesOf(
  { database, keys }: CentreDeps,
  till: TillRecord,
  rows: readonly FeedRow[],
): Promise<FeedChange[]> {
  const hasCashiers = rows.some(({ kind }) => kind === "cashier");
  const pins = hasCashiers ? await pinRecordsOf(database, till.regencyId, till.outletId) : null;
  return rows.map(({ kind, feed_seq: feedSeq, value: text }) => {
    const value: unknown = JSON.parse(text);
    if (kind !== "cashier") return FeedChange.parse({ kind, feedSeq, value });
    const cashier = StoredCashier.parse(value);
    const purpose = `cashier-pin\n${till.tillId}\n${cashier.cashierId}` as const;
    const record = keys.box.open(pins?.get(cashier.cashierId) ?? "");
    const sealedPin = sealTo(till.sealPublicKey, purpose, record);
    return { kind, feedSeq, value: { ...cashier, sealedPin } };
  });
}
