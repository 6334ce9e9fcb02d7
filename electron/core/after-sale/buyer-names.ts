import type { Till } from "../context.ts";
import { formerTills } from "../db/stores/former-till.ts";
import { journalHead } from "../db/stores/journal.ts";
import { personById } from "../db/stores/roster.ts";
import { buyersHere, buyersSince } from "../db/stores/sale-history.ts";
import { syncState } from "../db/stores/sync-state.ts";
import { identityOf } from "../selling/person.ts";

/** One who bought here: the words of the name in lower case, as of a version of the roster. */
type Buyer = { readonly feedSeq: number; readonly words: readonly string[] };
type Opened = {
  /** where the till stood with the feed and with former tills: whatever changes a name moves it */
  readonly feed: string;
  /** the newest entry whose buyer is among them */
  readonly seq: number;
  readonly buyers: Map<string, Buyer>;
};

/** Names opened so far, for as long as the process lives; the file holds them sealed only. */
const opened = new WeakMap<Till, Opened>();

/** People who bought here and whose name has each of these words at the start of one of its own. */
export function buyersNamed(till: Till, words: readonly string[], limit: number): string[] {
  const found: string[] = [];
  for (const [personId, buyer] of buyersOf(till)) {
    if (!words.every((word) => buyer.words.some((part) => part.startsWith(word)))) continue;
    found.push(personId);
    if (found.length === limit) break;
  }
  return found;
}

/** Everybody who bought here. After a pull all are looked for anew, after a sale only its buyer. */
function buyersOf(till: Till): ReadonlyMap<string, Buyer> {
  // Without the key store no name can be opened, and none is taken for unknown for good.
  if (till.keys() === null) return new Map();
  const db = till.file.db();
  const { feedCursor, refillCursor } = syncState(db);
  const former = formerTills(db).map(({ nextSeq }) => nextSeq);
  const feed = `${feedCursor} ${refillCursor} ${former.join()}`;
  const seq = journalHead(db)?.seq ?? 0;
  const known = opened.get(till);
  const same = known?.feed === feed ? known : null;
  const buyers = same?.buyers ?? new Map<string, Buyer>();
  for (const { personId, feedSeq } of same === null ? buyersHere(db) : buyersSince(db, same.seq)) {
    const before = known?.buyers.get(personId);
    const isKnown = before?.feedSeq === feedSeq;
    buyers.set(personId, isKnown ? before : { feedSeq, words: wordsOf(till, personId) });
  }
  opened.set(till, { feed, seq, buyers });
  return buyers;
}

function wordsOf(till: Till, personId: string): string[] {
  const identity = identityOf(personById(till.file.db(), personId), till.keys());
  return identity?.name.toLowerCase().split(/[^\p{L}\p{N}]+/u) ?? [];
}
