import type { CardBindingState } from "../../../shared/contract/centre-api.ts";
import type { CardBoundBody } from "../../../shared/contract/journal-bodies.ts";
import { instantMs } from "../../../shared/domain/period.ts";
import { queryOne, type Queryable, type Transaction } from "../database/database.ts";
import type { FeedItem } from "./feed.ts";

/** A CARD_BOUND entry, by its place in its till's chain. */
export type PlacedBinding = { readonly seq: number; readonly body: CardBoundBody };

/** What tills are to know of a card. */
export type CardBinding = {
  readonly hash: string;
  readonly personId: string;
  readonly state: CardBindingState;
};

type TillKey = { readonly regencyId: string; readonly tillId: string };
type EntryKey = { readonly tillId: string; readonly seq: number };

/**
 * Keeps what tills bound, and gives what the feed is to say of it. A card that another person holds
 * is kept as a CONFLICT and not told: the first stays whose it is until somebody decides.
 */
export async function saveBindings(
  tx: Transaction,
  till: TillKey,
  bindings: readonly PlacedBinding[],
): Promise<FeedItem[]> {
  const items: FeedItem[] = [];
  // Always in one order: two tills that bring the same cards must not wait for each other.
  const sorted = [...bindings].sort((a, b) => a.body.hash.localeCompare(b.body.hash));
  for (const binding of sorted) {
    const { hash, personId } = binding.body;
    if (await insertBinding(tx, till, { ...binding, state: "PENDING" })) {
      items.push(bindingItem({ hash, personId, state: "PENDING" }));
    } else if ((await holderOf(tx, till.regencyId, hash)) !== personId) {
      await insertBinding(tx, till, { ...binding, state: "CONFLICT" });
    }
  }
  return items;
}

/** What the feed says of a card: that it is refused is for tills the same as withdrawn. */
export function bindingItem({ hash, personId, state }: CardBinding): FeedItem {
  const told = state === "PENDING" || state === "APPROVED" ? state : "WITHDRAWN";
  return {
    kind: "card_binding",
    key: hash,
    outletId: null,
    value: { hash, personId, state: told },
  };
}

async function insertBinding(
  tx: Transaction,
  { regencyId, tillId }: TillKey,
  { seq, body, state }: PlacedBinding & { readonly state: "PENDING" | "CONFLICT" },
): Promise<boolean> {
  const { hash, personId, at, actorId, approval } = body;
  const rows = await tx.query(
    `insert into card_binding
       (regency_id, till_id, seq, hash, person_id, bound_at, bound_by, allowed_by, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (regency_id, hash) where state in ('PENDING', 'APPROVED') do nothing
     returning seq`,
    [regencyId, tillId, seq, hash, personId, instantMs(at), actorId, approval.approverId, state],
  );
  return rows.length === 1;
}

/** The person whose card it is, approved or not; null when it is nobody's. */
export async function holderOf(
  db: Queryable,
  regencyId: string,
  hash: string,
): Promise<string | null> {
  const row = await queryOne<{ person_id: string }>(
    db,
    `select person_id from card_binding
     where regency_id = $1 and hash = $2 and state in ('PENDING', 'APPROVED')`,
    [regencyId, hash],
  );
  return row?.person_id ?? null;
}

/** A binding to be decided on, which nobody else decides on meanwhile. */
export function lockBinding(
  tx: Transaction,
  regencyId: string,
  { tillId, seq }: EntryKey,
): Promise<(CardBinding & { readonly isKnown: boolean }) | null> {
  return queryOne(
    tx,
    `select b.hash, b.person_id as "personId", b.state,
       exists (select 1 from person p where p.regency_id = b.regency_id
         and p.person_id = b.person_id and p.active) as "isKnown"
     from card_binding b
     where b.regency_id = $1 and b.till_id = $2 and b.seq = $3 for update of b`,
    [regencyId, tillId, seq],
  );
}

/** Writes what was decided, by whom and why. */
export async function setBindingState(
  tx: Transaction,
  regencyId: string,
  decided: EntryKey & {
    readonly state: CardBindingState;
    readonly at: number;
    readonly userId: string;
    readonly reason: string | null;
  },
): Promise<void> {
  const { tillId, seq, state, at, userId, reason } = decided;
  await tx.query(
    `update card_binding set state = $4, decided_at = $5, decided_by = $6, reason = $7
     where regency_id = $1 and till_id = $2 and seq = $3`,
    [regencyId, tillId, seq, state, at, userId, reason],
  );
}
