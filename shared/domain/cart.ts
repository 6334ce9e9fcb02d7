import { isRupiah, MAX_TOTAL, MAX_UNIT_PRICE, percentOf, type Rupiah, rupiah } from "./money.ts";
import { checkQty, type QtyCode } from "./quantity.ts";
import { err, ok, type Result } from "./result.ts";

export type BuyerAssurance = "SIGNED_CARD" | "ENROLLED_QR" | "NIP_QR" | "TYPED_NIP";

/** Who buys, by internal id only. `confirmed`: the cashier compared name and unit with the card. */
export type CartBuyer =
  | { readonly kind: "PUBLIC" }
  /** an office, firm or village; its name and reference are kept sealed beside the cart */
  | { readonly kind: "INSTITUTION" }
  | {
      readonly kind: "ASN";
      readonly personId: string | null;
      readonly assurance: BuyerAssurance;
      readonly cardSerial: number | null;
      readonly match: "MATCHED" | "PENDING";
      readonly confirmed: boolean;
      readonly proxy: boolean;
      /** found by a foreign card that the centre has not approved yet */
      readonly unapprovedCard?: true | undefined;
    };

/** What a line takes over from the product when it is added; later price changes do not reach it. */
export type CartProduct = {
  readonly productId: string;
  readonly makerId: string;
  readonly name: string;
  readonly makerName: string;
  readonly pictureKey: string;
  readonly unitPrice: number;
  readonly mayCount: boolean;
  readonly shareBp: number;
};

/** A supervisor allowed a discount of at most so many rupiah, by card or by PIN. */
export type DiscountApproval = {
  readonly approverId: string;
  readonly upTo: number;
  readonly byCard: boolean;
};

/** The line is sold for another price than the list's: who did it, and which supervisor allowed it. */
export type PriceChange = {
  readonly listPrice: Rupiah;
  readonly changedBy: string;
  readonly approverId: string;
  readonly byCard: boolean;
};

/** `lineNo` is stable while the cart lives and is never given again. */
export type CartLine = CartProduct & {
  readonly lineNo: number;
  readonly batchId: string | null;
  readonly unitPrice: Rupiah;
  readonly priceChange: PriceChange | null;
  readonly qty: number;
  readonly lineDiscount: Rupiah;
  /** basis points when the discount was given as a share: it follows the pieces */
  readonly discountBp: number | null;
  readonly discountApproval: DiscountApproval | null;
};

export type Cart = {
  readonly lines: readonly CartLine[];
  readonly nextLineNo: number;
  readonly saleDiscount: Rupiah;
  /** basis points when the discount was given as a share: it follows the lines */
  readonly saleDiscountBp: number | null;
  readonly discountApproval: DiscountApproval | null;
  readonly buyer: CartBuyer | null;
};

export type CartCode =
  | QtyCode
  | "LINE_NOT_FOUND"
  | "DISCOUNT_TOO_LARGE"
  | "AMOUNT_MALFORMED"
  | "AMOUNT_TOO_LARGE";

/** The journal takes no more lines in one sale. */
export const MAX_LINES = 500;

/** A cart with nothing in it and no buyer. */
export function emptyCart(): Cart {
  const noDiscount = { saleDiscount: rupiah(0), saleDiscountBp: null, discountApproval: null };
  return { lines: [], nextLineNo: 1, ...noDiscount, buyer: null };
}

/** Adds pieces; a product already in the cart at the same terms grows its line. */
export function addLine(
  cart: Cart,
  product: CartProduct,
  qty: number,
): Result<{ readonly cart: Cart; readonly lineNo: number }, CartCode> {
  const pieces = checkQty(qty);
  if (!pieces.ok) return pieces;
  const price = checkPrice(product.unitPrice);
  if (!price.ok) return price;
  const same = cart.lines.find((line) => isSameGoods(line, product));
  if (same !== undefined) {
    const grown = setQty(cart, same.lineNo, same.qty + qty);
    return grown.ok ? ok({ cart: grown.value, lineNo: same.lineNo }) : grown;
  }
  if (cart.lines.length >= MAX_LINES) return err("QTY_TOO_LARGE");
  const lineNo = cart.nextLineNo;
  const line = lineOf(product, { lineNo, unitPrice: price.value, qty });
  const next = withinTotal({ ...cart, lines: [...cart.lines, line], nextLineNo: lineNo + 1 });
  return next.ok ? ok({ cart: next.value, lineNo }) : next;
}

/** Changes a line's pieces; refused when its own discount would be more than the line. */
export function setQty(cart: Cart, lineNo: number, qty: number): Result<Cart, CartCode> {
  const pieces = checkQty(qty);
  if (!pieces.ok) return pieces;
  return changeLine(cart, lineNo, (line) => {
    if (line.discountBp !== null) {
      const lineDiscount = percentOf(rupiah(line.unitPrice * qty), line.discountBp);
      return ok({ ...line, qty, lineDiscount });
    }
    const fits = line.lineDiscount <= line.unitPrice * qty;
    return fits ? ok({ ...line, qty }) : err("DISCOUNT_TOO_LARGE");
  });
}

/** So many pieces more or fewer than there are, one at least. */
export function stepQty(cart: Cart, lineNo: number, by: number): Result<Cart, CartCode> {
  const line = cart.lines.find((one) => one.lineNo === lineNo);
  if (line === undefined) return err("LINE_NOT_FOUND");
  const qty = Math.max(1, line.qty + by);
  return qty === line.qty ? ok(cart) : setQty(cart, lineNo, qty);
}

/** Takes a line out. Its number is not given again. */
export function removeLine(cart: Cart, lineNo: number): Result<Cart, "LINE_NOT_FOUND"> {
  const lines = cart.lines.filter((line) => line.lineNo !== lineNo);
  return lines.length === cart.lines.length ? err("LINE_NOT_FOUND") : ok({ ...cart, lines });
}

/** Gives a discount in rupiah on one line, at most what the line costs. */
export function setLineDiscount(
  cart: Cart,
  lineNo: number,
  discount: number,
): Result<Cart, CartCode> {
  if (!isRupiah(discount)) return err("AMOUNT_MALFORMED");
  return changeLine(cart, lineNo, (line) =>
    discount > line.unitPrice * line.qty
      ? err("DISCOUNT_TOO_LARGE")
      : ok({ ...line, lineDiscount: discount, discountBp: null, discountApproval: null }),
  );
}

/** Gives a discount in rupiah on the whole sale, at most what the lines cost. */
export function setSaleDiscount(cart: Cart, discount: number): Result<Cart, CartCode> {
  if (!isRupiah(discount)) return err("AMOUNT_MALFORMED");
  const nets = cart.lines.reduce((sum, line) => sum + lineNet(line), 0);
  if (discount > nets) return err("DISCOUNT_TOO_LARGE");
  return ok({ ...cart, saleDiscount: discount, saleDiscountBp: null, discountApproval: null });
}

/** Sets who buys, in place of whoever was set. One sale has one buyer. */
export function setBuyer(cart: Cart, buyer: CartBuyer): Cart {
  return { ...cart, buyer };
}

/** Takes the buyer off. */
export function clearBuyer(cart: Cart): Cart {
  return { ...cart, buyer: null };
}

/** The cashier has compared name and unit with the card. */
export function confirmBuyer(cart: Cart): Result<Cart, "BUYER_NOT_SET"> {
  if (cart.buyer?.kind !== "ASN") return err("BUYER_NOT_SET");
  return ok({ ...cart, buyer: { ...cart.buyer, confirmed: true } });
}

/** Whether somebody else carries the card (`diwakilkan`). */
export function setProxy(cart: Cart, proxy: boolean): Result<Cart, "BUYER_NOT_SET"> {
  if (cart.buyer?.kind !== "ASN") return err("BUYER_NOT_SET");
  return ok({ ...cart, buyer: { ...cart.buyer, proxy } });
}

/** A bare or typed NIP proves nothing by itself, so the cashier must compare name and unit. */
export function needsConfirmation(assurance: BuyerAssurance): boolean {
  return assurance === "NIP_QR" || assurance === "TYPED_NIP";
}

/** Whether a sale may be paid for this buyer. */
export function checkBuyer(
  buyer: CartBuyer | null,
): Result<CartBuyer, "BUYER_NOT_SET" | "BUYER_NOT_CONFIRMED"> {
  if (buyer === null) return err("BUYER_NOT_SET");
  const open = buyer.kind === "ASN" && needsConfirmation(buyer.assurance) && !buyer.confirmed;
  return open ? err("BUYER_NOT_CONFIRMED") : ok(buyer);
}

/** What a line costs after its own discount. */
export function lineNet(line: CartLine): Rupiah {
  return rupiah(line.unitPrice * line.qty - line.lineDiscount);
}

function lineOf(
  product: CartProduct,
  { lineNo, unitPrice, qty }: Pick<CartLine, "lineNo" | "unitPrice" | "qty">,
): CartLine {
  const { productId, makerId, name, makerName, pictureKey, mayCount, shareBp } = product;
  const goods = { productId, makerId, name, makerName, pictureKey, mayCount, shareBp };
  const noDiscount = { lineDiscount: rupiah(0), discountBp: null, discountApproval: null };
  return { lineNo, ...goods, batchId: null, unitPrice, priceChange: null, qty, ...noDiscount };
}

function isSameGoods(line: CartLine, product: CartProduct): boolean {
  return (
    line.productId === product.productId &&
    line.priceChange === null &&
    line.unitPrice === product.unitPrice &&
    line.mayCount === product.mayCount &&
    line.shareBp === product.shareBp &&
    line.makerId === product.makerId
  );
}

/** The cart with one line changed, where its money still fits. */
export function changeLine(
  cart: Cart,
  lineNo: number,
  change: (line: CartLine) => Result<CartLine, CartCode>,
): Result<Cart, CartCode> {
  const line = cart.lines.find((candidate) => candidate.lineNo === lineNo);
  if (line === undefined) return err("LINE_NOT_FOUND");
  const changed = change(line);
  if (!changed.ok) return changed;
  const lines = cart.lines.map((other) => (other.lineNo === lineNo ? changed.value : other));
  return withinTotal({ ...cart, lines });
}

function checkPrice(price: number): Result<Rupiah, "AMOUNT_MALFORMED" | "AMOUNT_TOO_LARGE"> {
  if (price > MAX_UNIT_PRICE) return err("AMOUNT_TOO_LARGE");
  return isRupiah(price) ? ok(price) : err("AMOUNT_MALFORMED");
}

function withinTotal(cart: Cart): Result<Cart, "AMOUNT_TOO_LARGE"> {
  const gross = cart.lines.reduce((sum, line) => sum + line.unitPrice * line.qty, 0);
  return gross <= MAX_TOTAL ? ok(cart) : err("AMOUNT_TOO_LARGE");
}
