import type { BuyerView, CartView } from "../../../shared/contract/till-state.ts";
import type { CartBuyer } from "../../../shared/domain/cart.ts";
import { DEFAULT_DISCOUNT_LIMIT_BP, unapprovedDiscounts } from "../../../shared/domain/discount.ts";
import { last4, parseNip } from "../../../shared/domain/nip.ts";
import { dateOf, periodOf } from "../../../shared/domain/period.ts";
import { type PricedLine, priceCart } from "../../../shared/domain/pricing.ts";
import type { Till } from "../context.ts";
import { stockOf } from "../db/stores/product.ts";
import { personById } from "../db/stores/roster.ts";
import { openCart } from "../selling/open-cart.ts";
import { discountLimitBp } from "../selling/discounts.ts";
import { cashStepAt, identityOf, standingOf, workplaceOf } from "../selling/person.ts";
import { cartPrivate, type SalePrivate } from "../selling/sale-private.ts";

/** The open cart as the cashier sees it, priced as it would be paid `at` this instant. */
export function cartView(till: Till, at: number): CartView {
  const db = till.file.db();
  const { outletId } = till.identity();
  const open = openCart(db, outletId);
  const priced = priceCart(open.cart);
  const { pieces, subtotal, discount, saleDiscount, total, counts } = priced;
  const limitBp = discountLimitBp(db);
  const waiting = new Set(unapprovedDiscounts(open.cart, limitBp));
  const known = cartPrivate(open, till.keys());
  return {
    cartId: open.cartId,
    lines: priced.lines.map((line) => ({
      ...lineView(line, stockOf(db, outletId, line.productId)),
      needsApproval: waiting.has(line.lineNo),
    })),
    buyer: buyerView(till, open.cart.buyer, { counts, at, known }),
    pieces,
    subtotal,
    discount,
    saleDiscount,
    saleDiscountBp: open.cart.saleDiscountBp,
    needsApproval: waiting.has("SALE"),
    cashStep: cashStepAt(db, at),
    total,
    discountLimitBp: limitBp,
    note: known.note ?? "",
    counts,
  };
}

/** A cart that shows nothing, for a till on which nobody may sell now. */
export function blankCart(cartId: string): CartView {
  const nothing = { pieces: 0, subtotal: 0, discount: 0, cashStep: 1, total: 0, counts: 0 };
  const noDiscount = { saleDiscount: 0, saleDiscountBp: null, needsApproval: false };
  const about = { discountLimitBp: DEFAULT_DISCOUNT_LIMIT_BP, note: "" };
  return { cartId, lines: [], buyer: null, ...nothing, ...noDiscount, ...about };
}

function lineView(
  line: PricedLine,
  stock: number,
): Omit<CartView["lines"][number], "needsApproval"> {
  const { lineNo, productId, name, makerName, pictureKey, qty } = line;
  const { unitPrice, gross, discount, lineDiscount, discountBp, net, mayCount } = line;
  const product = { lineNo, productId, name, makerName, pictureKey, qty };
  const stockAfter = stock - qty;
  const listPrice = line.priceChange?.listPrice ?? null;
  const money = { unitPrice, listPrice, gross, discount, lineDiscount, discountBp, net };
  return { ...product, ...money, mayCount, stockAfter };
}

function buyerView(
  till: Till,
  buyer: CartBuyer | null,
  about: { readonly counts: number; readonly at: number; readonly known: SalePrivate },
): BuyerView | null {
  const { counts, at, known } = about;
  if (buyer === null || buyer.kind === "PUBLIC") return buyer;
  if (buyer.kind === "INSTITUTION") {
    const { type = null, name = null, reference = "" } = known.institution ?? {};
    return { kind: "INSTITUTION", type, name, reference };
  }
  const db = till.file.db();
  const { personId, assurance, match, confirmed, proxy } = buyer;
  const person = personId === null ? null : personById(db, personId);
  const identity = identityOf(person, till.keys());
  const nip = identity?.nip ?? known.nip ?? null;
  const period = periodOf(at);
  return {
    kind: "ASN",
    personId,
    name: identity?.name ?? null,
    nipLast4: nip === null ? null : last4(nip),
    officeName: identity === null ? null : workplaceOf(identity),
    assurance,
    match,
    confirmed,
    proxy,
    unapprovedCard: buyer.unapprovedCard === true,
    month: standingOf(db, { personId, period }),
    afterCart: standingOf(db, { personId, period, more: counts }),
    warnings: warningsOf({ nip, buyer, inactive: person?.active === 0, date: dateOf(at) }),
  };
}

function warningsOf(about: {
  readonly nip: string | null;
  readonly buyer: Extract<CartBuyer, { kind: "ASN" }>;
  readonly inactive: boolean;
  readonly date: string;
}): string[] {
  const parsed = about.nip === null ? null : parseNip(about.nip, about.date);
  const unlikely = parsed !== null && parsed.ok ? parsed.value.warnings : [];
  const unknown = about.buyer.cardSerial === null ? "NIP_UNKNOWN" : "CARD_UNKNOWN";
  return [
    ...(about.buyer.match === "PENDING" ? [unknown] : []),
    ...(about.inactive ? ["PERSON_INACTIVE"] : []),
    ...unlikely,
  ];
}
