import type { FeedChange, FeedKind } from "../../../shared/contract/feed.ts";
import { PullAnswer } from "../../../shared/contract/sync.ts";
import { transact } from "../db/database.ts";
import { setFeedCursor, syncState } from "../db/stores/sync-state.ts";
import { prepare, type Write } from "./apply.ts";
import { type Session, signedCall } from "./session.ts";
import type { SyncContext } from "./sync-context.ts";

const PAGE = 1_000;
/** A sale may have to wait for one transaction of this many rows. */
const ROWS_A_TRANSACTION = 100;
/** Left free between two transactions, so that a waiting sale gets its turn. */
const GAP_MS = 5;

/**
 * Takes one page of the change feed and applies it; true when the centre has more.
 * The cursor moves with the page's last rows: a page cut short comes again, which changes nothing.
 */
export async function pullPage(context: SyncContext, session: Session): Promise<boolean> {
  const { db, identity } = context;
  const { feedCursor, refillCursor } = syncState(db);
  const from = refillCursor ?? feedCursor;
  const answer = await signedCall(context, session, {
    procedure: "till.pull",
    input: { tillId: identity.certificate.tillId, cursor: from, limit: PAGE },
    answer: PullAnswer,
  });
  context.step("page answered");
  await applyPage(context, from, answer);
  return answer.more && answer.cursor > from;
}

async function applyPage(context: SyncContext, from: number, answer: PullAnswer): Promise<void> {
  for (let at = 0; at < answer.changes.length; at += ROWS_A_TRANSACTION) {
    const writes = prepareAll(context, answer.changes.slice(at, at + ROWS_A_TRANSACTION));
    transact(context.db, (db) => {
      for (const write of writes) write(db);
    });
    context.step("page applied");
    await context.pause(GAP_MS);
  }
  const pulledAt = context.clock.wallMs();
  transact(context.db, (db) => setFeedCursor(db, { from, cursor: answer.cursor, pulledAt }));
  context.step("cursor kept");
  const kinds = [...new Set(answer.changes.map((change): FeedKind => change.kind))];
  if (kinds.length > 0) context.emit({ type: "applied", kinds, feedSeq: answer.cursor });
}

function prepareAll(context: SyncContext, changes: readonly FeedChange[]): Write[] {
  return changes.flatMap((change) => {
    const write = prepare(change, context.applyKeys);
    if (write !== null) return [write];
    context.emit({ type: "skipped", kind: change.kind, feedSeq: change.feedSeq });
    return [];
  });
}
