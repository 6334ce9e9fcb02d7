import type { PriceChangedBody, SaleBody } from "../../../shared/contract/journal-bodies.ts";
import { entryHash, genesisHash } from "../../../shared/domain/journal.ts";
import type { Transaction } from "../database/database.ts";
import { chainAfter, type ChainState } from "../journal/judge.ts";
import { reversalOf } from "../journal/judge-batch.ts";
import { keyChangeOf } from "../journal/key-change.ts";
import { type ParsedBody, parseBody } from "../journal/parse-body.ts";
import {
  deriveReversals,
  type MonthOf,
  type Original,
  originalFrom,
  type ReversalBody,
  type ReversalFacts,
} from "../journal/reversal-facts.ts";
import { ruledBody } from "../journal/ruling.ts";
import { type SaleFacts, saleFacts } from "../journal/sale-facts.ts";
import { sha256Hex } from "../keys/digest.ts";
import { loadBuyerFacts } from "../stores/buyer-facts.ts";
import { loadStandings } from "../stores/eligibility.ts";
import { loadRulings, type Rulings } from "../stores/entry-decision.ts";
import { entriesAfter, type StoredEntry } from "../stores/entry-view.ts";
import { decidedMonths } from "../stores/reversal.ts";

const PAGE = 1_000;
type TillKey = { readonly regencyId: string; readonly tillId: string };

/** The end of a chain as its entries' own text gives it. */
export type DerivedHead = ChainState & { readonly seq: number; readonly hash: string };

/** Everything that follows from one till's journal and from what people decided of it. */
export type DerivedTill = {
  readonly tillId: string;
  readonly head: DerivedHead;
  /** the first entry whose stored hash is not what its text gives, or null */
  readonly brokenAt: number | null;
  readonly sales: readonly SaleFacts[];
  readonly reversals: readonly ReversalFacts[];
  /** the keys it changed to, each with the first entry that it signs */
  readonly keyChanges: readonly { readonly fromSeq: number; readonly keyId: string }[];
};

type Taken = { readonly seq: number; readonly body: ReversalBody; readonly code: null };
type Walked = Pick<DerivedTill, "head" | "brokenAt"> & { readonly standing: readonly Standing[] };

/** Derives a till's sales, reversals and head from the stored texts alone. */
export async function deriveTill(tx: Transaction, till: TillKey): Promise<DerivedTill> {
  const rulings = await loadRulings(tx, till);
  const sales: SaleFacts[] = [];
  const taken: Taken[] = [];
  const keyChanges: DerivedTill["keyChanges"][number][] = [];
  let walked: Walked = startOf(till);
  for (;;) {
    const page = await entriesAfter(tx, till, { seq: walked.head.seq, limit: PAGE });
    walked = walk(till, walked, page);
    keyChanges.push(...walked.standing.flatMap(changeIn));
    const standing = walked.standing.filter(
      ({ seq, code }) => code === null || rulings.of(seq).correction !== null,
    );
    sales.push(...(await factsOf(tx, { ...till, rulings }, standing.flatMap(saleIn))));
    taken.push(...standing.flatMap(reversalIn));
    if (page.length < PAGE) break;
  }
  const { head, brokenAt } = walked;
  const { tillId } = till;
  return {
    tillId,
    head,
    brokenAt,
    sales,
    reversals: await takenFrom(tx, till, { sales, taken, rulings }),
    keyChanges,
  };
}

function startOf({ tillId }: TillKey): Walked {
  const figures = { at: null, counter: 0, turnover: 0, reversals: 0, isTraining: false };
  const hash = genesisHash(sha256Hex, tillId);
  return { head: { seq: 0, hash, ...figures }, brokenAt: null, standing: [] };
}

/** Goes on along a page of the chain: its hashes, its running figures, its bodies. */
function walk({ tillId }: TillKey, from: Walked, page: readonly StoredEntry[]): Walked {
  let { head, brokenAt } = from;
  const standing = page.map(({ seq, body, code, hash: stored }): Standing => {
    const parsed = parseBody(body);
    const hash = entryHash(sha256Hex, { tillId, seq, prevHash: head.hash, body });
    if (hash !== stored) brokenAt ??= seq;
    head = { ...chainAfter(parsed, head), seq, hash };
    return { seq, code, parsed };
  });
  return { head, brokenAt, standing };
}

async function takenFrom(
  tx: Transaction,
  till: TillKey,
  from: {
    readonly sales: readonly SaleFacts[];
    readonly taken: readonly Taken[];
    readonly rulings: Rulings;
  },
): Promise<ReversalFacts[]> {
  // Which month was open when an entry came is the centre's own decision, and kept beside it.
  const decided = await decidedMonths(tx, till);
  const monthOf: MonthOf = ({ seq, original }) => decided.get(seq) ?? original.period;
  const originals = new Map<string, Original>(
    from.sales.map((facts) => [facts.body.saleId, originalFrom(till.tillId, facts)]),
  );
  return deriveReversals(inEffect(from.taken, from.rulings), originals, monthOf);
}

type Standing = {
  readonly seq: number;
  readonly code: string | null;
  readonly parsed: ParsedBody;
};

function saleIn({ seq, parsed }: Standing): { seq: number; body: SaleBody }[] {
  const body = parsed.state === "READ" && parsed.known?.kind === "SALE" ? parsed.known : null;
  return body === null ? [] : [{ seq, body }];
}

/** What keeps a KEY_CHANGED aside for its keys or its till; any other fault leaves both sound. */
const UNCERTIFIED = ["ENTRY_KEY_CHANGE", "ENTRY_SIGNATURE", "TILL_REVOKED", "TILL_CLOSED"];

function changeIn(standing: Standing): DerivedTill["keyChanges"] {
  const body = keyChangeOf(standing);
  if (body === null || UNCERTIFIED.includes(standing.code ?? "")) return [];
  return [{ fromSeq: standing.seq + 1, keyId: body.newKeyId }];
}

function reversalIn({ seq, parsed }: Standing): Taken[] {
  const body = reversalOf({ parsed });
  return body === null ? [] : [{ seq, body, code: null }];
}

/** In the order in which they took from their sales: one that a person accepted came later. */
function inEffect(taken: readonly Taken[], { effectOf }: Rulings): Taken[] {
  const placeOf = ({ seq }: Taken) => effectOf(seq) ?? { afterSeq: seq, no: 0 };
  return [...taken].sort((left, right) => {
    const [a, b] = [placeOf(left), placeOf(right)];
    return a.afterSeq - b.afterSeq || a.no - b.no;
  });
}

async function factsOf(
  tx: Transaction,
  { regencyId, rulings }: TillKey & { readonly rulings: Rulings },
  sales: readonly { readonly seq: number; readonly body: SaleBody }[],
): Promise<SaleFacts[]> {
  const bodies = sales.map(({ seq, body }) => ruledBody(body, rulings.of(seq)));
  const standingAt = await loadStandings(tx, regencyId, bodies);
  const buyers = await loadBuyerFacts(tx, regencyId, bodies);
  const known = { standingAt, buyers, priceChanges: noNote, quarantineCode: null };
  return sales.map(({ seq, body }) => saleFacts(seq, body, { ...known, ruling: rulings.of(seq) }));
}

/** What stands beside a sale for a person to look at is not part of any total. */
function noNote(): readonly PriceChangedBody[] {
  return [];
}
