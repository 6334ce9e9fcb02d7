import type { FeedKind } from "../../../shared/contract/feed.ts";
import { columns, queryOne, type Queryable, type Transaction } from "../database/database.ts";

/** One thing tills must know: its newest value replaces what was published under the same key. */
export type FeedItem = {
  readonly kind: FeedKind;
  readonly key: string;
  /** only tills of this outlet get it; null: all tills */
  readonly outletId: string | null;
  readonly value: object;
};

type Numbered = {
  readonly kind: string;
  readonly key: string;
  readonly outlet_id: string | null;
  readonly value: string;
  readonly feed_seq: number;
};

/** Kinds whose every version is kept, because they decide what counted when a sale was made. */
const ELIGIBILITY_KINDS: readonly string[] = ["maker", "category", "product"];

/**
 * Publishes to the feed what is new or changed and gives the newest number. The counter stays locked
 * until the transaction ends, so numbers become visible in their order: call it last.
 */
export async function publish(
  tx: Transaction,
  regencyId: string,
  items: readonly FeedItem[],
): Promise<number> {
  const before = await lockCounter(tx, regencyId);
  const changed = await onlyChanged(tx, regencyId, items);
  const rows = changed.map((item, index): Numbered => ({ ...item, feed_seq: before + index + 1 }));
  if (rows.length === 0) return before;
  await tx.query(
    `insert into feed (regency_id, kind, key, outlet_id, value, feed_seq)
     select $1, * from unnest($2::text[], $3::text[], $4::uuid[], $5::text[], $6::bigint[])
     on conflict (regency_id, kind, key) do update
     set feed_seq = excluded.feed_seq, value = excluded.value, outlet_id = excluded.outlet_id`,
    [regencyId, ...columns(rows, ["kind", "key", "outlet_id", "value", "feed_seq"])],
  );
  await keepVersions(tx, regencyId, rows);
  await tx.query("update feed_counter set feed_seq = $2 where regency_id = $1", [
    regencyId,
    before + rows.length,
  ]);
  return before + rows.length;
}

async function lockCounter(tx: Transaction, regencyId: string): Promise<number> {
  const row = await queryOne<{ feed_seq: number }>(
    tx,
    "select feed_seq from feed_counter where regency_id = $1 for update",
    [regencyId],
  );
  if (row === null) throw new Error(`regency ${regencyId} is not set up`);
  return row.feed_seq;
}

async function onlyChanged(
  tx: Transaction,
  regencyId: string,
  items: readonly FeedItem[],
): Promise<Omit<Numbered, "feed_seq">[]> {
  const newest = new Map<string, Omit<Numbered, "feed_seq">>();
  for (const { kind, key, outletId, value } of items) {
    newest.delete(`${kind} ${key}`);
    newest.set(`${kind} ${key}`, {
      kind,
      key,
      outlet_id: outletId,
      value: JSON.stringify(value),
    });
  }
  const rows = [...newest.values()];
  const known = await tx.query<{ kind: string; key: string; value: string }>(
    `select f.kind, f.key, f.value from feed f
     join unnest($2::text[], $3::text[]) as wanted(kind, key) using (kind, key)
     where f.regency_id = $1`,
    [regencyId, ...columns(rows, ["kind", "key"])],
  );
  const published = new Map(known.map(({ kind, key, value }) => [`${kind} ${key}`, value]));
  return rows.filter(({ kind, key, value }) => published.get(`${kind} ${key}`) !== value);
}

async function keepVersions(
  tx: Transaction,
  regencyId: string,
  rows: readonly Numbered[],
): Promise<void> {
  const kept = rows.filter(({ kind }) => ELIGIBILITY_KINDS.includes(kind));
  if (kept.length === 0) return;
  await tx.query(
    `insert into eligibility (regency_id, kind, key, feed_seq, value)
     select $1, * from unnest($2::text[], $3::text[], $4::bigint[], $5::text[])`,
    [regencyId, ...columns(kept, ["kind", "key", "feed_seq", "value"])],
  );
}

/** The newest number of the feed. */
export async function newestFeedSeq(db: Queryable, regencyId: string): Promise<number> {
  const row = await queryOne<{ feed_seq: number }>(
    db,
    "select feed_seq from feed_counter where regency_id = $1",
    [regencyId],
  );
  return row?.feed_seq ?? 0;
}

/** A published row as stored: `value` is JSON text. */
export type FeedRow = {
  readonly kind: FeedKind;
  readonly key: string;
  readonly feed_seq: number;
  readonly value: string;
};

/** What a till may see after a cursor, oldest first. */
export function feedAfter(
  db: Queryable,
  wanted: {
    readonly regencyId: string;
    readonly cursor: number;
    readonly outletId: string;
    readonly oldestPeriod: string;
    readonly withCashiers: boolean;
    readonly limit: number;
  },
): Promise<FeedRow[]> {
  return db.query<FeedRow>(
    `select kind, key, feed_seq, value from feed
     where regency_id = $1 and feed_seq > $2
       and (outlet_id is null or outlet_id = $3)
       and (kind <> 'month_total' or key >= $4)
       and (kind <> 'cashier' or $5)
     order by feed_seq limit $6`,
    [
      wanted.regencyId,
      wanted.cursor,
      wanted.outletId,
      wanted.oldestPeriod,
      wanted.withCashiers,
      wanted.limit,
    ],
  );
}
