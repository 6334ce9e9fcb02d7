import type { PurchasesView } from "../../../shared/contract/cart-api.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import type { Till } from "../context.ts";
import { journalHead } from "../db/stores/journal.ts";
import { personById } from "../db/stores/roster.ts";
import { personSales } from "../db/stores/sale.ts";
import { openCart } from "./open-cart.ts";
import { identityOf, standingOf } from "./person.ts";

/**
 * What the buyer of the open cart bought this month: the sales of this till one by one, and the month
 * over all outlets as of when the centre last said so. Only of who stands at the till, on request.
 * Fails with: NOT_LOGGED_IN, BUYER_NOT_SET for anybody but a known ASN,
 * BUYER_NOT_CONFIRMED.
 */
export function buyerPurchases(till: Till): PurchasesView {
  till.session.require();
  const db = till.file.db();
  const { buyer } = openCart(db, till.identity().outletId).cart;
  if (buyer?.kind !== "ASN" || buyer.personId === null) throw new AppError("BUYER_NOT_SET");
  if (!buyer.confirmed) throw new AppError("BUYER_NOT_CONFIRMED");
  const { personId } = buyer;
  const period = periodOf(till.clock.read(journalHead(db)?.at ?? null).at);
  return {
    name: identityOf(personById(db, personId), till.keys())?.name ?? null,
    period,
    sales: personSales(db, personId, period),
    month: standingOf(db, { personId, period }),
  };
}
