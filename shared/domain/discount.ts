import { type Cart, type CartLine, type DiscountApproval, lineNet } from "./cart.ts";
import { isRupiah, percentOf, type Rupiah, rupiah, sumRupiah } from "./money.ts";
import { err, ok, type Result } from "./result.ts";

/** A discount as the cashier gives it. Basis points: 10,000 is the whole. */
export type Discount =
  | { readonly kind: "AMOUNT"; readonly amount: number }
  | { readonly kind: "SHARE"; readonly basisPoints: number };

/** What a discount is on: one line by its number, or the sale as a whole. */
export type DiscountPlace = number | "SALE";

export type DiscountCode = "AMOUNT_MALFORMED" | "DISCOUNT_TOO_LARGE" | "LINE_NOT_FOUND";

const WHOLE_BP = 10_000;

/** What may be taken off without anybody's approval, where the till was told nothing else. */
export const DEFAULT_DISCOUNT_LIMIT_BP = 1_000;

/** What a discount takes off so much money; a share is rounded half up to a rupiah. */
export function discountOn(
  base: Rupiah,
  discount: Discount,
): Result<Rupiah, "AMOUNT_MALFORMED" | "DISCOUNT_TOO_LARGE"> {
  if (discount.kind === "AMOUNT") {
    if (!isRupiah(discount.amount)) return err("AMOUNT_MALFORMED");
    return discount.amount > base ? err("DISCOUNT_TOO_LARGE") : ok(discount.amount);
  }
  const { basisPoints } = discount;
  if (!isRupiah(basisPoints)) return err("AMOUNT_MALFORMED");
  return basisPoints > WHOLE_BP ? err("DISCOUNT_TOO_LARGE") : ok(percentOf(base, basisPoints));
}

/** What the sale discount takes off the lines' nets; never more than they are. */
export function saleDiscountOn(cart: Cart, afterLines: Rupiah): Rupiah {
  const { saleDiscount, saleDiscountBp } = cart;
  if (saleDiscountBp !== null) return percentOf(afterLines, saleDiscountBp);
  return rupiah(Math.min(saleDiscount, afterLines));
}

/** The money a discount at this place is taken off. Fails with: LINE_NOT_FOUND. */
export function discountBase(cart: Cart, place: DiscountPlace): Result<Rupiah, "LINE_NOT_FOUND"> {
  if (place === "SALE") return ok(sumRupiah(cart.lines.map(lineNet)));
  const line = cart.lines.find(({ lineNo }) => lineNo === place);
  return line === undefined ? err("LINE_NOT_FOUND") : ok(grossOf(line));
}

/** Gives a discount in place of the one before, with who allowed it where somebody had to. */
export function giveDiscount(
  cart: Cart,
  place: DiscountPlace,
  { discount, approval }: { discount: Discount; approval: DiscountApproval | null },
): Result<Cart, DiscountCode> {
  const base = discountBase(cart, place);
  if (!base.ok) return base;
  const amount = discountOn(base.value, discount);
  if (!amount.ok) return amount;
  const bp = discount.kind === "SHARE" && amount.value > 0 ? discount.basisPoints : null;
  if (place === "SALE") {
    const given = { saleDiscount: amount.value, saleDiscountBp: bp, discountApproval: approval };
    return ok({ ...cart, ...given });
  }
  const given = { lineDiscount: amount.value, discountBp: bp, discountApproval: approval };
  const lines = cart.lines.map((line) => (line.lineNo === place ? { ...line, ...given } : line));
  return ok({ ...cart, lines });
}

/** Whether so much off so much money needs a supervisor. */
export function isOverLimit(amount: Rupiah, base: Rupiah, limitBp: number): boolean {
  return amount > percentOf(base, limitBp);
}

/**
 * The places whose discount is above the limit and above what was allowed for it: pieces were taken
 * out since, or added to a share.
 */
export function unapprovedDiscounts(cart: Cart, limitBp: number): DiscountPlace[] {
  const lines = cart.lines
    .filter((line) => {
      const over = isOverLimit(line.lineDiscount, grossOf(line), limitBp);
      return over && line.lineDiscount > (line.discountApproval?.upTo ?? 0);
    })
    .map(({ lineNo }) => lineNo);
  const afterLines = sumRupiah(cart.lines.map(lineNet));
  const given = saleDiscountOn(cart, afterLines);
  const over = isOverLimit(given, afterLines, limitBp);
  return over && given > (cart.discountApproval?.upTo ?? 0) ? [...lines, "SALE"] : lines;
}

/**
 * Who allowed a discount that needed it; null when none did. A sale's entry has room for one: the
 * approver of the sale discount, else of the largest line discount.
 */
export function discountApprover(cart: Cart, limitBp: number): DiscountApproval | null {
  const afterLines = sumRupiah(cart.lines.map(lineNet));
  if (isOverLimit(saleDiscountOn(cart, afterLines), afterLines, limitBp)) {
    if (cart.discountApproval !== null) return cart.discountApproval;
  }
  const approved = cart.lines
    .filter((line) => isOverLimit(line.lineDiscount, grossOf(line), limitBp))
    .toSorted((a, b) => b.lineDiscount - a.lineDiscount)
    .find((line) => line.discountApproval !== null);
  return approved?.discountApproval ?? null;
}

function grossOf(line: CartLine): Rupiah {
  return rupiah(line.unitPrice * line.qty);
}
