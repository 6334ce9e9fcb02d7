import { type Cart, type CartLine, lineNet } from "./cart.ts";
import { saleDiscountOn } from "./discount.ts";
import { type Rupiah, rupiah, spreadDiscount, sumRupiah } from "./money.ts";
import { countedOf } from "./obligation.ts";

/** A cart line with all its money. `discount` is line discount and share of the sale discount. */
export type PricedLine = CartLine & {
  readonly gross: Rupiah;
  readonly saleDiscount: Rupiah;
  readonly discount: Rupiah;
  readonly net: Rupiah;
};

export type PricedCart = {
  readonly lines: readonly PricedLine[];
  readonly pieces: number;
  /** before any discount */
  readonly subtotal: Rupiah;
  /** all discounts, cash rounding included */
  readonly discount: Rupiah;
  /** what of `discount` was given on the sale as a whole, cash rounding apart */
  readonly saleDiscount: Rupiah;
  /** what of `discount` is cash rounding; nothing until it is known how the cart is paid */
  readonly rounding: Rupiah;
  readonly total: Rupiah;
  /** what of the total may count towards an ASN's month */
  readonly counts: Rupiah;
};

/**
 * Prices a cart. The sale discount and the cash rounding are one amount, spread over the lines once.
 * A sale discount that no longer fits, because a line went, is cut to what is left.
 */
export function priceCart(cart: Cart, rounding = rupiah(0)): PricedCart {
  const nets = cart.lines.map(lineNet);
  const afterLines = sumRupiah(nets);
  const given = saleDiscountOn(cart, afterLines);
  const shares = spreadDiscount(nets, rupiah(given + rounding));
  const lines = cart.lines.map((line, index) => pricedLine(line, shares[index] ?? rupiah(0)));
  const subtotal = sumRupiah(lines.map((line) => line.gross));
  const total = rupiah(afterLines - given - rounding);
  return {
    lines,
    pieces: lines.reduce((sum, line) => sum + line.qty, 0),
    subtotal,
    discount: rupiah(subtotal - total),
    saleDiscount: given,
    rounding,
    total,
    counts: countedOf(lines),
  };
}

function pricedLine(line: CartLine, saleDiscount: Rupiah): PricedLine {
  const gross = rupiah(line.unitPrice * line.qty);
  const discount = rupiah(line.lineDiscount + saleDiscount);
  return { ...line, gross, saleDiscount, discount, net: rupiah(gross - discount) };
}
