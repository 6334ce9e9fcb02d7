import type { SaleBody } from "../../../shared/contract/journal-bodies.ts";
import type { Certificate } from "../../../shared/contract/sync.ts";
import type { ResumedBody } from "../../../shared/contract/till-bodies.ts";
import type { Transaction } from "../database/database.ts";
import { loadBuyerFacts } from "../stores/buyer-facts.ts";
import { type PlacedBinding, saveBindings } from "../stores/card-binding.ts";
import { loadStandings } from "../stores/eligibility.ts";
import {
  appendEntries,
  entriesSince,
  type EntryRow,
  quarantineEntries,
  unsignedBetween,
  vouchEntries,
} from "../stores/entry.ts";
import { type FeedItem, publish } from "../stores/feed.ts";
import { type Head, headOf } from "../stores/head.ts";
import type { ChainKey } from "../stores/held-key.ts";
import { replacedBy } from "../stores/replacement.ts";
import { tieToOld } from "../stores/succession.ts";
import { loadPriceChanges } from "./load-price-changes.ts";
import { lockedMonths, lockedMonthsHeld, markLate } from "../stores/month-lock.ts";
import { loadOriginals, saveReversals } from "../stores/reversal.ts";
import { addSales, knownSaleIds, saveSales } from "../stores/sale.ts";
import { certificatesOf, findTill, setClosed, type TillRecord } from "../stores/till.ts";
import { addTotals } from "../stores/totals.ts";
import { keepKeys } from "../tills/keep-keys.ts";
import type { ReadArrival } from "./arrival.ts";
import { closesTill, type JudgedEntry, judgeBatch, reversalOf, saleOf } from "./judge-batch.ts";
import { isVouchedFor, vouchingKeysOf } from "./provisional.ts";
import { type ParsedBody, parseBody } from "./parse-body.ts";
import {
  deriveReversals,
  openMonth,
  type ReversalBody,
  type ReversalFacts,
} from "./reversal-facts.ts";
import { type SaleFacts, saleFacts } from "./sale-facts.ts";
import { SHIFT_KINDS, type ShiftSoFar, shiftAfter } from "./shift-so-far.ts";
import type { SignatureChecks } from "./signatures.ts";
import { totalsOf } from "./totals.ts";

type Batch = {
  readonly till: TillRecord;
  readonly head: Head;
  readonly fresh: readonly ReadArrival[];
  readonly checks: SignatureChecks;
  /** waited for before a lock is taken that other tills need; rejects when the checks do not hold */
  readonly certain: Promise<void>;
  /** the till's, with those that it changes to in this batch */
  readonly chainKeys: readonly ChainKey[];
  readonly issued: readonly Certificate[];
  readonly receivedAtMs: number;
};
type Placed<B> = { readonly seq: number; readonly body: B; readonly code: string | null };
type PlacedSale = Placed<SaleBody>;
type PlacedReversal = Placed<ReversalBody>;
type Accepted = { readonly seq: number; readonly code: string | null; readonly parsed: ParsedBody };
/** What is derived of a batch: new entries, and earlier ones that are vouched for by it. */
type Derivable = {
  readonly sales: readonly PlacedSale[];
  readonly reversals: readonly PlacedReversal[];
  readonly bindings: readonly PlacedBinding[];
};

/** Stores new entries with everything derived from them, and gives the head they lead to. */
export async function storeBatch(tx: Transaction, batch: Batch): Promise<Head> {
  const { till, head, fresh, issued, receivedAtMs } = batch;
  const judged = await judgeFresh(tx, batch);
  await appendEntries(tx, till, { entries: fresh.map(entryRow), receivedAtMs });
  await quarantineEntries(tx, till, { entries: judged.flatMap(quarantineRow), receivedAtMs });
  const resumed = resumedIn(fresh);
  if (resumed !== null && judged[0]?.verdict.code === null) await tieToOld(tx, till, resumed);
  const closing = judged.find(({ entry, verdict }) => closesTill(entry, verdict));
  const closedSeq = till.closedSeq ?? closing?.entry.seq ?? null;
  if (closing !== undefined) await setClosed(tx, till, closing.entry.seq);
  await keepKeys(tx, { ...till, closedSeq }, issued);
  const released = await releaseVouched(tx, batch, judged);
  const derived = await saveDerived(
    tx,
    { till, receivedAtMs, newFrom: head.seq + 1 },
    {
      sales: [...released.sales, ...judged.flatMap(placedSale)],
      reversals: [...released.reversals, ...judged.flatMap(placedReversal)],
      bindings: [...released.bindings, ...judged.flatMap(judgedBinding)],
    },
  );
  await batch.certain;
  if (derived !== null) await tellDerived(tx, batch, derived);
  const last = judged.at(-1);
  if (last === undefined) return head;
  return { ...last.verdict.after, seq: last.entry.seq, hash: last.entry.hash };
}

async function judgeFresh(tx: Transaction, batch: Batch): Promise<JudgedEntry[]> {
  const { till, head, fresh, checks, chainKeys, receivedAtMs } = batch;
  const sales = fresh.flatMap((entry) => saleOf(entry) ?? []);
  const standingAt = await loadStandings(tx, till.regencyId, sales);
  const saleIds = sales.map(({ saleId }) => saleId);
  const named = fresh.flatMap((entry) => reversalOf(entry)?.original.saleId ?? []);
  return judgeBatch(fresh, head, {
    till,
    receivedAtMs,
    checks,
    chainKeys,
    standingAt,
    knownSaleIds: await knownSaleIds(tx, till.regencyId, saleIds),
    originals: await loadOriginals(tx, till.regencyId, named),
    unsignedBefore: await unsignedBefore(tx, batch),
    shift: await shiftBefore(tx, batch),
    predecessor: await predecessorOf(tx, batch),
    lockedMonths: await lockedMonthsHeld(tx, till.regencyId),
  });
}

/** The till that this one goes on from, as its first entry says. */
function resumedIn(fresh: readonly ReadArrival[]): ResumedBody | null {
  const parsed = fresh[0]?.parsed;
  const body = parsed?.state === "READ" ? parsed.known : null;
  return fresh[0]?.seq === 1 && body?.kind === "RESUMED" ? body : null;
}

/**
 * A till that was enrolled in another's place goes on from that one and no other; one that says another's
 * key vouched for it, from that one alone.
 */
async function predecessorOf(tx: Transaction, batch: Batch): Promise<Head | null> {
  const { till, fresh } = batch;
  const body = resumedIn(fresh);
  if (body === null || !(await isResumedVouched(tx, batch, body))) return null;
  const replaced = await replacedBy(tx, till);
  if (replaced !== null && replaced !== body.oldTillId) return null;
  const { regencyId } = till;
  const old = await findTill(tx, body.oldTillId);
  return old?.regencyId === regencyId ? headOf(tx, { regencyId, tillId: old.tillId }) : null;
}

/**
 * Whether the old till's key vouched for this one, if anyone's did: it was certified by that, and goes on
 * from that till. True where a person enrolled it and no one else is named.
 */
async function isResumedVouched(
  tx: Transaction,
  { till: { regencyId, tillId, provisionalOf } }: Batch,
  body: ResumedBody,
): Promise<boolean> {
  if (provisionalOf !== null && provisionalOf !== body.oldTillId) return false;
  if (body.provisional === undefined) return provisionalOf === null;
  const [own] = await certificatesOf(tx, regencyId, tillId);
  if (own === undefined) return true;
  return isVouchedFor(body, own, await vouchingKeysOf(tx, regencyId, body.oldTillId));
}

/** Only a shift's end needs what the centre holds of the shift already. */
async function shiftBefore(tx: Transaction, { till, fresh }: Batch): Promise<ShiftSoFar | null> {
  const closes = fresh.some(
    ({ parsed }) => parsed.state === "READ" && parsed.known?.kind === "SHIFT_CLOSED",
  );
  if (!closes) return null;
  const bodies = await entriesSince(tx, till, { first: "SHIFT_OPENED", kinds: SHIFT_KINDS });
  return bodies.reduce<ShiftSoFar | null>(
    (shift, body) => shiftAfter(shift, parseBody(body)),
    null,
  );
}

/** Only a SIGNER_RESTORED that reaches back before this batch needs what the centre holds already. */
async function unsignedBefore(
  tx: Transaction,
  { till, fresh, head: { seq: headSeq } }: Batch,
): Promise<Set<number>> {
  const starts = fresh.flatMap(restoredFrom).filter((from) => from <= headSeq);
  if (starts.length === 0) return new Set();
  const rows = await unsignedBetween(tx, till, { from: Math.min(...starts), to: headSeq });
  return new Set(rows.map(({ seq }) => seq));
}

function restoredFrom({ parsed }: ReadArrival): number[] {
  const body = parsed.state === "READ" ? parsed.known : null;
  return body?.kind === "SIGNER_RESTORED" ? [body.fromSeq] : [];
}

/** Lets entries of earlier batches go that an accepted SIGNER_RESTORED now answers for. */
async function releaseVouched(
  tx: Transaction,
  { till, head: { seq: headSeq } }: Batch,
  judged: readonly JudgedEntry[],
): Promise<Derivable> {
  const accepted = judged.filter(({ verdict }) => verdict.code === null);
  const starts = accepted.flatMap(({ entry }) => restoredFrom(entry));
  const from = Math.min(...starts, headSeq + 1);
  if (from > headSeq) return { sales: [], reversals: [], bindings: [] };
  await markLate(tx, till, { from, to: headSeq });
  const rows = await unsignedBetween(tx, till, { from, to: headSeq });
  await vouchEntries(tx, till, { from, to: headSeq });
  const released = rows
    .filter(({ code }) => code === "ENTRY_SIGNATURE" || code === "ENTRY_RECEIPT_SIGNATURE")
    .map(({ seq, body, contentCode: code }) => ({ seq, code, parsed: parseBody(body) }));
  return {
    sales: released.flatMap(({ seq, code, parsed }) => {
      const sale = parsed.state === "READ" && parsed.known?.kind === "SALE" ? parsed.known : null;
      return sale === null ? [] : [{ seq, code, body: sale }];
    }),
    reversals: released.flatMap(({ seq, code, parsed }) => {
      const body = reversalOf({ parsed });
      return body === null ? [] : [{ seq, code, body }];
    }),
    bindings: released.flatMap(placedBinding),
  };
}

/** Derives entries with everything they bring to the totals; it publishes, so call it last. */
export async function derive(tx: Transaction, batch: Arrived, what: Derivable): Promise<void> {
  const derived = await saveDerived(tx, { ...batch, newFrom: Number.POSITIVE_INFINITY }, what);
  if (derived !== null) await tellDerived(tx, batch, derived);
}

type Arrived = Pick<Batch, "till" | "receivedAtMs">;
type Derived = {
  readonly cards: readonly FeedItem[];
  readonly facts: readonly SaleFacts[];
  readonly taken: readonly ReversalFacts[];
};

async function saveDerived(
  tx: Transaction,
  { till, receivedAtMs, newFrom }: Arrived & { readonly newFrom: number },
  { sales, reversals, bindings }: Derivable,
): Promise<Derived | null> {
  if (sales.length + reversals.length + bindings.length === 0) return null;
  const cards = await saveBindings(tx, till, bindings);
  const bodies = sales.map(({ body }) => body);
  const standingAt = await loadStandings(tx, till.regencyId, bodies);
  const buyers = await loadBuyerFacts(tx, till.regencyId, bodies);
  const priceChanges = await loadPriceChanges(tx, till, { sales, standingAt });
  const facts = sales.map(({ seq, body, code }): SaleFacts => {
    return saleFacts(seq, body, { standingAt, buyers, priceChanges, quarantineCode: code });
  });
  const isNew = ({ seq }: SaleFacts): boolean => seq >= newFrom;
  await addSales(tx, till, facts.filter(isNew));
  await saveSales(
    tx,
    till,
    facts.filter((sale) => !isNew(sale)),
  );
  // After the batch's own sales: a sale may be taken back in the batch that brings it.
  const named = reversals.map(({ body }) => body.original.saleId);
  const originals = await loadOriginals(tx, till.regencyId, named);
  const locked = await lockedMonths(tx, till.regencyId);
  const taken = deriveReversals(reversals, originals, openMonth(locked, receivedAtMs));
  await saveReversals(tx, till, taken);
  return { cards, facts, taken };
}

/** Adds to the totals and tells the tills: from here on other batches wait for this one. */
async function tellDerived(
  tx: Transaction,
  { till: { regencyId, tillId }, receivedAtMs }: Arrived,
  { cards, facts, taken }: Derived,
): Promise<void> {
  const totals = totalsOf(
    facts.map((sale) => ({ tillId, facts: sale })),
    taken.map((reversal) => ({ tillId, facts: reversal })),
  );
  const months = await addTotals(tx, regencyId, { totals, asOf: receivedAtMs });
  const items = [...cards, ...months];
  if (items.length > 0) await publish(tx, regencyId, items);
}

function judgedBinding({ entry: { seq, parsed }, verdict: { code } }: JudgedEntry) {
  return placedBinding({ seq, code, parsed });
}

/** A card's binding, unless its entry is kept aside. */
function placedBinding({ seq, code, parsed }: Accepted): PlacedBinding[] {
  const body = parsed.state === "READ" ? parsed.known : null;
  return code === null && body?.kind === "CARD_BOUND" ? [{ seq, body }] : [];
}

function placedReversal({ entry, verdict, reversal }: JudgedEntry): PlacedReversal[] {
  return reversal === null ? [] : [{ seq: entry.seq, body: reversal, code: verdict.code }];
}

function placedSale({ entry, verdict, sale }: JudgedEntry): PlacedSale[] {
  return sale === null ? [] : [{ seq: entry.seq, body: sale, code: verdict.code }];
}

function quarantineRow({ entry, verdict }: JudgedEntry) {
  const { code, contentCode } = verdict;
  return code === null ? [] : [{ seq: entry.seq, code, contentCode }];
}

function entryRow(entry: ReadArrival): EntryRow {
  const { parsed, seq, prevHash, hash, signature, receiptSignature, body } = entry;
  const isRead = parsed.state === "READ";
  return {
    seq,
    kind: isRead ? parsed.common.kind : parsed.kind,
    atMs: isRead ? Date.parse(parsed.common.at) : parsed.atMs,
    prevHash,
    hash,
    signature,
    receiptSignature,
    body,
    private: entry.private,
  };
}
