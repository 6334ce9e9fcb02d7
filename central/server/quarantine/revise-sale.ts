import { AppError } from "../../../shared/contract/errors.ts";
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
import { reviseMonths } from "../months/revise-months.ts";
import { loadBuyerFacts } from "../stores/buyer-facts.ts";
import { loadStandings } from "../stores/eligibility.ts";
import { acceptedReversals } from "../stores/entry-decision.ts";
import { publish } from "../stores/feed.ts";
import { lockedMonths } from "../stores/month-lock.ts";
import { decidedMonths, saveReversals } from "../stores/reversal.ts";
import { saveSales } from "../stores/sale.ts";
import type { TillRecord } from "../stores/till.ts";
import { addTotals } from "../stores/totals.ts";
import type { Desk } from "./decide-entry.ts";

/** How a sale stands: kept aside with a code or not, and what people decided of it. */
export type SaleStand = { readonly code: string | null; readonly ruling: Ruling };

type Revision = {
  readonly seq: number;
  readonly body: SaleBody;
  readonly before: SaleStand;
  readonly after: SaleStand;
};
type Derived = { readonly sale: SaleFacts; readonly taken: readonly ReversalFacts[] };

/**
 * Derives a sale anew, and what was taken back of it, and moves every total by the difference; a locked
 * month that it changes has a new version of its report. It publishes, so call it last.
 * Fails with: MONTH_LOCKED for a locked month that the till did not write it for.
 */
export async function reviseSale(tx: Transaction, desk: Desk, revision: Revision): Promise<void> {
  const { till, at } = desk;
  const { seq, body, before, after } = revision;
  const facts = await factsOf(tx, till, revision);
  const [wasSale, isSale] = [facts(before), facts(after)];
  const { period } = isSale.body;
  const locked = await lockedMonths(tx, till.regencyId);
  if (period !== body.period && locked.has(period)) throw new AppError("MONTH_LOCKED");
  const decided = await decidedMonths(tx, till);
  const asDecided: MonthOf = ({ seq: of, original }) => decided.get(of) ?? original.period;
  // What came back stays in the month it was taken from, unless its sale goes to another one.
  const monthOf = period === wasSale.body.period ? asDecided : openMonth(locked, at);
  const reversals = await acceptedReversals(tx, till, body.saleId);
  const takenFrom = (sale: SaleFacts, months: MonthOf): Derived => {
    const originals = new Map([[sale.body.saleId, originalFrom(till.tillId, sale)]]);
    const entries = reversals.map((reversal) => ({ ...reversal, code: null }));
    return { sale, taken: deriveReversals(entries, originals, months) };
  };
  const was = takenFrom(wasSale, asDecided);
  const is = takenFrom(isSale, monthOf);
  await saveSales(tx, till, [is.sale]);
  await saveReversals(tx, till, is.taken);
  const totals = totalsBetween(derivedTotals(till, was), derivedTotals(till, is));
  await reviseMonths(tx, desk, { seq, totals });
  await publish(tx, till.regencyId, await addTotals(tx, till.regencyId, { totals, asOf: at }));
}

async function factsOf(
  tx: Transaction,
  till: TillRecord,
  { seq, body, after }: Revision,
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
