import type { HeldCartView } from "../../../shared/contract/cart-api.ts";
import type { CartBuyer } from "../../../shared/domain/cart.ts";
import { last4 } from "../../../shared/domain/nip.ts";
import { priceCart } from "../../../shared/domain/pricing.ts";
import type { Till } from "../context.ts";
import { cashierById } from "../db/stores/cashier.ts";
import { type HeldCartRow, heldCarts } from "../db/stores/held-cart.ts";
import { personById } from "../db/stores/roster.ts";
import { identityOf } from "./person.ts";
import { cartPrivate, type SalePrivate } from "./sale-private.ts";
import { parseCart } from "./stored-cart.ts";

const GOODS_NAMED = 3;

/** The carts put aside, the one held longest first. Fails with: NOT_LOGGED_IN. */
export function heldCartViews(till: Till): HeldCartView[] {
  till.session.require();
  const db = till.file.db();
  return heldCarts(db).map((row) => heldCartView(till, row));
}

function heldCartView(till: Till, row: HeldCartRow): HeldCartView {
  const cart = parseCart(row.body);
  const { pieces, total } = priceCart(cart);
  const known = cartPrivate(row, till.keys());
  return {
    cartId: row.cartId,
    heldAt: row.heldAt,
    heldBy: cashierById(till.file.db(), row.heldBy)?.name ?? "",
    goods: cart.lines.slice(0, GOODS_NAMED).map(({ name }) => name),
    pieces,
    total,
    buyerKind: cart.buyer?.kind ?? "NONE",
    ...buyerOf(till, cart.buyer, known),
    note: known.note ?? "",
  };
}

function buyerOf(
  till: Till,
  buyer: CartBuyer | null,
  known: SalePrivate,
): Pick<HeldCartView, "buyerName" | "nipLast4"> {
  if (buyer?.kind === "INSTITUTION") {
    return { buyerName: known.institution?.name ?? null, nipLast4: null };
  }
  if (buyer?.kind !== "ASN") return { buyerName: null, nipLast4: null };
  const person = buyer.personId === null ? null : personById(till.file.db(), buyer.personId);
  const identity = identityOf(person, till.keys());
  const nip = identity?.nip ?? known.nip ?? null;
  return { buyerName: identity?.name ?? null, nipLast4: nip === null ? null : last4(nip) };
}
