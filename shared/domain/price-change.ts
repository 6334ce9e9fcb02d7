import { type Cart, type CartCode, type CartLine, changeLine, type PriceChange } from "./cart.ts";
import { isRupiah, MAX_UNIT_PRICE, percentOf, type Rupiah, rupiah } from "./money.ts";
import { err, ok, type Result } from "./result.ts";

/** A price a line may have: whole rupiah above nothing. What is given away is a discount of 100 %. */
export function checkNewPrice(
  price: number,
): Result<Rupiah, "AMOUNT_MALFORMED" | "AMOUNT_TOO_LARGE"> {
  if (price > MAX_UNIT_PRICE) return err("AMOUNT_TOO_LARGE");
  return isRupiah(price) && price > 0 ? ok(price) : err("AMOUNT_MALFORMED");
}

/** What a piece of the line costs by the price list, whatever it is sold for. */
export function listPriceOf(line: Pick<CartLine, "unitPrice" | "priceChange">): Rupiah {
  return line.priceChange?.listPrice ?? line.unitPrice;
}

/**
 * Sells a line's pieces for another price, as a supervisor allowed. A share stays a share; a discount
 * in rupiah must still fit.
 */
export function changePrice(
  cart: Cart,
  lineNo: number,
  { price, by }: { readonly price: Rupiah; readonly by: Omit<PriceChange, "listPrice"> },
): Result<Cart, CartCode> {
  return changeLine(cart, lineNo, (line) =>
    priced(line, price, { listPrice: listPriceOf(line), ...by }),
  );
}

/** Sells a line for its list price again; nobody has to allow that. */
export function restorePrice(cart: Cart, lineNo: number): Result<Cart, CartCode> {
  return changeLine(cart, lineNo, (line) => priced(line, listPriceOf(line), null));
}

function priced(
  line: CartLine,
  unitPrice: Rupiah,
  priceChange: PriceChange | null,
): Result<CartLine, CartCode> {
  const changed = { ...line, unitPrice, priceChange };
  const gross = rupiah(unitPrice * line.qty);
  if (line.discountBp !== null) {
    return ok({ ...changed, lineDiscount: percentOf(gross, line.discountBp) });
  }
  return line.lineDiscount > gross ? err("DISCOUNT_TOO_LARGE") : ok(changed);
}
