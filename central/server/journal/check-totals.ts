import type { PriceChangedBody, SaleBody } from "../../../shared/contract/journal-bodies.ts";
import type { Transaction } from "../database/database.ts";
import { loadBuyerFacts } from "../stores/buyer-facts.ts";
import { loadStandings } from "../stores/eligibility.ts";
import { loadRulings, type Rulings } from "../stores/entry-decision.ts";
import { entriesAfter } from "../stores/entry-view.ts";
import { decidedMonths } from "../stores/reversal.ts";
import { storedTotals } from "../stores/totals.ts";
import { certificatesOf } from "../stores/till.ts";
import { reversalOf } from "./judge-batch.ts";
import { type ParsedBody, parseBody } from "./parse-body.ts";
import {
  deriveReversals,
  type MonthOf,
  type Original,
  originalFrom,
  type ReversalBody,
  type ReversalFacts,
} from "./reversal-facts.ts";
import { ruledBody } from "./ruling.ts";
import { type SaleFacts, saleFacts } from "./sale-facts.ts";
import { isNothing, type Totals, totalsOf } from "./totals.ts";

const PAGE = 1_000;

/** A total that the journal does not bear out; null: one side has no such row. */
export type TotalDifference = {
  readonly table: keyof Totals;
  readonly stored: object | null;
  readonly derived: object | null;
};

/** Derives every total again from the journal's own text and names each that is stored otherwise. */
export async function checkTotals(tx: Transaction, regencyId: string): Promise<TotalDifference[]> {
  const sales: { tillId: string; facts: SaleFacts }[] = [];
  const reversals: { tillId: string; facts: ReversalFacts }[] = [];
  const certificates = await certificatesOf(tx, regencyId, null);
  for (const tillId of new Set(certificates.map((certificate) => certificate.tillId))) {
    const derived = await deriveTill(tx, { regencyId, tillId });
    sales.push(...derived.sales.map((facts) => ({ tillId, facts })));
    reversals.push(...derived.reversals.map((facts) => ({ tillId, facts })));
  }
  const derived = totalsOf(sales, reversals);
  const stored = await storedTotals(tx, regencyId);
  return [
    ...compare("tillDays", stored.tillDays, derived.tillDays),
    ...compare("personMonths", stored.personMonths, derived.personMonths),
    ...compare("officeMonths", stored.officeMonths, derived.officeMonths),
    ...compare("makerMonths", stored.makerMonths, derived.makerMonths),
  ];
}

type TillKey = { readonly regencyId: string; readonly tillId: string };
type DerivedTill = { readonly sales: SaleFacts[]; readonly reversals: readonly ReversalFacts[] };
type Taken = { readonly seq: number; readonly body: ReversalBody; readonly code: null };

async function deriveTill(tx: Transaction, till: TillKey): Promise<DerivedTill> {
  const rulings = await loadRulings(tx, till);
  const sales: SaleFacts[] = [];
  const taken: Taken[] = [];
  for (let seq = 0; ; ) {
    const page = await entriesAfter(tx, till, { seq, limit: PAGE });
    const standing = page
      .filter((entry) => entry.code === null || rulings.of(entry.seq).correction !== null)
      .map((entry) => ({ seq: entry.seq, parsed: parseBody(entry.body) }));
    sales.push(...(await factsOf(tx, { ...till, rulings }, standing.flatMap(saleIn))));
    taken.push(...standing.flatMap(reversalIn));
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    seq = last.seq;
  }
  // Which month was open when an entry came is the centre's own decision, and kept beside it.
  const decided = await decidedMonths(tx, till);
  const monthOf: MonthOf = ({ seq, original }) => decided.get(seq) ?? original.period;
  const originals = new Map<string, Original>(
    sales.map((facts) => [facts.body.saleId, originalFrom(till.tillId, facts)]),
  );
  return { sales, reversals: deriveReversals(inEffect(taken, rulings), originals, monthOf) };
}

type Standing = { readonly seq: number; readonly parsed: ParsedBody };

function saleIn({ seq, parsed }: Standing): { seq: number; body: SaleBody }[] {
  const body = parsed.state === "READ" && parsed.known?.kind === "SALE" ? parsed.known : null;
  return body === null ? [] : [{ seq, body }];
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

function compare(
  table: keyof Totals,
  stored: readonly object[],
  derived: readonly object[],
): TotalDifference[] {
  const told = derived.filter((row) => !isNothing(row));
  const rest = new Map(told.map((row) => [canonical(row), row]));
  const onlyStored = stored.filter((row) => !isNothing(row) && !rest.delete(canonical(row)));
  return [
    ...onlyStored.map((row) => ({ table, stored: row, derived: null })),
    ...[...rest.values()].map((row) => ({ table, stored: null, derived: row })),
  ];
}

function canonical(row: object): string {
  return JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}
