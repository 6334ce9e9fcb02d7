import type { PriceChangedBody, SaleBody } from "../../../shared/contract/journal-bodies.ts";
import type { Transaction } from "../database/database.ts";
import { loadBuyerFacts } from "../stores/buyer-facts.ts";
import { loadStandings } from "../stores/eligibility.ts";
import { entriesAfter } from "../stores/entry-view.ts";
import { decidedMonths } from "../stores/reversal.ts";
import { storedTotals } from "../stores/totals.ts";
import { certificatesOf } from "../stores/till.ts";
import { reversalOf } from "./judge-batch.ts";
import { parseBody } from "./parse-body.ts";
import {
  deriveReversals,
  type MonthOf,
  type Original,
  originalFrom,
  type ReversalFacts,
} from "./reversal-facts.ts";
import { type SaleFacts, saleFacts } from "./sale-facts.ts";
import { type Totals, totalsOf } from "./totals.ts";

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

type DerivedTill = { readonly sales: SaleFacts[]; readonly reversals: ReversalFacts[] };

async function deriveTill(
  tx: Transaction,
  till: { readonly regencyId: string; readonly tillId: string },
): Promise<DerivedTill> {
  const derived: DerivedTill = { sales: [], reversals: [] };
  const originals = new Map<string, Original>();
  // Which month was open when an entry came is the centre's own decision, and kept beside it.
  const decided = await decidedMonths(tx, till);
  const monthOf: MonthOf = ({ seq, original }) => decided.get(seq) ?? original.period;
  for (let seq = 0; ; ) {
    const page = await entriesAfter(tx, till, { seq, limit: PAGE });
    const accepted = page
      .filter(({ code }) => code === null)
      .map((entry) => ({ seq: entry.seq, parsed: parseBody(entry.body) }));
    const sales = await factsOf(
      tx,
      till.regencyId,
      accepted.flatMap(({ seq: at, parsed }) => {
        const body = parsed.state === "READ" && parsed.known?.kind === "SALE" ? parsed.known : null;
        return body === null ? [] : [{ seq: at, body }];
      }),
    );
    for (const facts of sales) originals.set(facts.body.saleId, originalFrom(till.tillId, facts));
    const reversals = accepted.flatMap(({ seq: at, parsed }) => {
      const body = reversalOf({ parsed });
      return body === null ? [] : [{ seq: at, body, code: null }];
    });
    derived.sales.push(...sales);
    derived.reversals.push(...deriveReversals(reversals, originals, monthOf));
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return derived;
    seq = last.seq;
  }
}

async function factsOf(
  tx: Transaction,
  regencyId: string,
  sales: readonly { readonly seq: number; readonly body: SaleBody }[],
): Promise<SaleFacts[]> {
  const bodies = sales.map(({ body }) => body);
  const standingAt = await loadStandings(tx, regencyId, bodies);
  const buyers = await loadBuyerFacts(tx, regencyId, bodies);
  return sales.map(({ seq, body }) =>
    saleFacts(seq, body, { standingAt, buyers, priceChanges: noNote, quarantineCode: null }),
  );
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
  const rest = new Map(derived.map((row) => [canonical(row), row]));
  const onlyStored = stored.filter((row) => !rest.delete(canonical(row)));
  return [
    ...onlyStored.map((row) => ({ table, stored: row, derived: null })),
    ...[...rest.values()].map((row) => ({ table, stored: null, derived: row })),
  ];
}

function canonical(row: object): string {
  return JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}
