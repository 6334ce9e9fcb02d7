import type { SaleBody } from "../../../shared/contract/journal-bodies.ts";
import type { Transaction } from "../database/database.ts";
import { loadPriceChanges } from "../journal/load-price-changes.ts";
import {
  deriveReversals,
  type MonthOf,
  openMonth,
  originalFrom,
  type ReversalFacts,
} from "../journal/reversal-facts.ts";
import type { Ruling } from "../journal/ruling.ts";
import { type SaleFacts, saleFacts } from "../journal/sale-facts.ts";
import { type Totals, totalsBetween, totalsOf } from "../journal/totals.ts";
import { loadBuyerFacts } from "../stores/buyer-facts.ts";
import { loadStandings } from "../stores/eligibility.ts";
import { acceptedReversals } from "../stores/entry-decision.ts";
import { publish } from "../stores/feed.ts";
import { lockedMonths } from "../stores/month-lock.ts";
import { decidedMonths, saveReversals } from "../stores/reversal.ts";
import { saveSales } from "../stores/sale.ts";
import type { TillRecord } from "../stores/till.ts";
import { addTotals } from "../stores/totals.ts";

/** How a sale stands: kept aside with a code or not, and what people decided of it. */
export type SaleStand = { readonly code: string | null; readonly ruling: Ruling };

type Revision = {
  readonly till: TillRecord;
  readonly seq: number;
  readonly body: SaleBody;
  readonly before: SaleStand;
  readonly after: SaleStand;
  readonly at: number;
};
type Derived = { readonly sale: SaleFacts; readonly taken: readonly ReversalFacts[] };

/**
 * Derives a sale anew, and what was taken back of it, and moves every total by the difference. The
 * caller holds the till's head; it publishes, so call it last.
 */
export async function reviseSale(tx: Transaction, revision: Revision): Promise<void> {
  const { till, after, before, at } = revision;
  const facts = await factsOf(tx, revision);
  const reversals = await acceptedReversals(tx, till, revision.body.saleId);
  const decided = await decidedMonths(tx, till);
  const locked = await lockedMonths(tx, till.regencyId);
  const derive = (stand: SaleStand, monthOf: MonthOf): Derived => {
    const sale = facts(stand);
    const originals = new Map([[sale.body.saleId, originalFrom(till.tillId, sale)]]);
    const entries = reversals.map((reversal) => ({ ...reversal, code: null }));
    return { sale, taken: deriveReversals(entries, originals, monthOf) };
  };
  const was = derive(before, ({ seq, original }) => decided.get(seq) ?? original.period);
  const is = derive(after, openMonth(locked, at));
  await saveSales(tx, till, [is.sale]);
  await saveReversals(tx, till, is.taken);
  const totals = totalsBetween(derivedTotals(till, was), derivedTotals(till, is));
  await publish(tx, till.regencyId, await addTotals(tx, till.regencyId, { totals, asOf: at }));
}

async function factsOf(
  tx: Transaction,
  { till, seq, body, after }: Revision,
): Promise<(stand: SaleStand) => SaleFacts> {
  const standingAt = await loadStandings(tx, till.regencyId, [body]);
  // The month decides the office: it may be another one than the entry says.
  const period = after.ruling.correction?.period ?? after.ruling.period ?? body.period;
  const buyers = await loadBuyerFacts(tx, till.regencyId, [body, { ...body, period }]);
  const priceChanges = await loadPriceChanges(tx, till, { sales: [{ seq, body }], standingAt });
  return ({ code: quarantineCode, ruling }) =>
    saleFacts(seq, body, { standingAt, buyers, priceChanges, quarantineCode, ruling });
}

function derivedTotals({ tillId }: TillRecord, { sale, taken }: Derived): Totals {
  return totalsOf(
    [{ tillId, facts: sale }],
    taken.map((facts) => ({ tillId, facts })),
  );
}
