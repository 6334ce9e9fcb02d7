import { AppError } from "../../../shared/contract/errors.ts";
import type { PayInput } from "../../../shared/contract/paying.ts";
import { type PricedCart, priceCart } from "../../../shared/domain/pricing.ts";
import { cashRounding } from "../../../shared/domain/tender.ts";
import type { Till } from "../context.ts";
import type { WriteDb } from "../db/database.ts";
import { journalHead } from "../db/stores/journal.ts";
import { openShift, type ShiftRow } from "../db/stores/shift.ts";
import { settleTenders, type SettledTender } from "../paying/settle-tenders.ts";
import type { Staff } from "../staff/session.ts";
import { type OpenCart, openCart } from "./open-cart.ts";
import { cashStepAt } from "./person.ts";

/** A payment with the cart and shift it is for. */
export type Asked = {
  readonly staff: Staff;
  readonly shift: ShiftRow;
  readonly open: OpenCart;
  readonly input: PayInput;
};

/** A cart as it is paid, and what pays it. */
export type SettledCart = {
  readonly priced: PricedCart;
  readonly tenders: readonly SettledTender[];
};

/** The cart that is to be paid. Fails with: NO_SHIFT, TOTAL_CHANGED when another one is open. */
export function askedOf(
  till: Till,
  db: WriteDb,
  { staff, input }: Pick<Asked, "staff" | "input">,
): Asked {
  const shift = openShift(db);
  if (shift === null) throw new AppError("NO_SHIFT");
  const open = openCart(db, till.identity().outletId);
  if (open.cartId !== input.cartId) throw new AppError("TOTAL_CHANGED");
  return { staff, shift, open, input };
}

/**
 * Prices the cart as these tenders pay it; a total the cashier did not see is told before anything
 * about the money. Fails with: CART_EMPTY, TOTAL_CHANGED, those of settleTenders.
 */
export function settleCart(till: Till, db: WriteDb, { open, input }: Asked): SettledCart {
  const { at } = till.clock.read(journalHead(db)?.at ?? null);
  const exact = priceCart(open.cart);
  if (exact.lines.length === 0) throw new AppError("CART_EMPTY");
  if (input.expectedTotal !== exact.total) throw new AppError("TOTAL_CHANGED");
  const { cartId } = open;
  const tenders = settleTenders(db, { cartId, total: exact.total }, input.tenders);
  const step = cashStepAt(db, at);
  return { priced: priceCart(open.cart, cashRounding(exact.total, tenders, step)), tenders };
}
