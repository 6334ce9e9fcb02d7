import { AppError } from "../../../shared/contract/errors.ts";
import {
  addLine,
  type Cart,
  type CartProduct,
  removeLine,
  setQty,
  stepQty,
} from "../../../shared/domain/cart.ts";
import type { Till } from "../context.ts";
import { cartRow } from "../db/stores/cart.ts";
import { type GoodsRow, goodsById } from "../db/stores/product.ts";
import { requireNothingPaid } from "../paying/qris-payment.ts";
import { changeCart, countingOf, type OpenCart, startCart } from "./open-cart.ts";
import { valueOf } from "./result.ts";
import { bodyOf, parseCart } from "./stored-cart.ts";

/** Fails with: PRODUCT_UNKNOWN, PRODUCT_INACTIVE, QTY_*, AMOUNT_TOO_LARGE. */
export function addProduct(till: Till, productId: string, qty: number): { lineNo: number } {
  return changeCart(till, (open, db) => {
    const goods = goodsById(db, till.identity().outletId, productId);
    if (goods === null) throw new AppError("PRODUCT_UNKNOWN");
    return withGoods(open, goods, qty);
  });
}

/** The cart with so many more pieces of a product. Fails with: PRODUCT_INACTIVE, QTY_*. */
export function withGoods(
  open: OpenCart,
  goods: GoodsRow,
  qty: number,
): { open: OpenCart; result: { lineNo: number } } {
  if (goods.active === 0) throw new AppError("PRODUCT_INACTIVE");
  const { cart, lineNo } = valueOf(addLine(open.cart, productOf(goods), qty));
  return { open: { ...open, cart, previousBody: bodyOf(open.cart) }, result: { lineNo } };
}

/** Fails with: QTY_*, LINE_NOT_FOUND, AMOUNT_TOO_LARGE. */
export function setLineQty(till: Till, lineNo: number, qty: number): void {
  changeLines(till, (cart) => valueOf(setQty(cart, lineNo, qty)));
}

/**
 * Counts from the pieces the core knows: presses that come faster than the screen is drawn all count.
 * Fails with: QTY_*, LINE_NOT_FOUND, AMOUNT_TOO_LARGE, DISCOUNT_TOO_LARGE.
 */
export function stepLineQty(till: Till, lineNo: number, by: number): void {
  changeLines(till, (cart) => valueOf(stepQty(cart, lineNo, by)));
}

/** Fails with: LINE_NOT_FOUND. */
export function removeCartLine(till: Till, lineNo: number): void {
  changeLines(till, (cart) => valueOf(removeLine(cart, lineNo)));
}

/** Takes the last change of the lines back; the buyer stays. Nothing to take back: nothing happens. */
export function undoLines(till: Till): void {
  changeCart(till, (open) => {
    if (open.previousBody === null) return { open, result: null };
    const before = parseCart(open.previousBody);
    const { lines, saleDiscount, saleDiscountBp, discountApproval } = before;
    const cart = { ...open.cart, lines, saleDiscount, saleDiscountBp, discountApproval };
    return { open: { ...open, cart, previousBody: bodyOf(open.cart) }, result: null };
  });
}

/** Throws the open cart away, its buyer too. Fails with: QRIS_ALREADY_PAID. */
export function clearCart(till: Till): void {
  till.session.require();
  till.file.commit((db) => {
    requireNothingPaid(db, cartRow(db)?.cartId ?? "");
    startCart(db, till.newId());
  });
  till.changed();
}

/** Changes the lines so that it can be taken back. */
function changeLines(till: Till, change: (cart: Cart) => Cart): void {
  changeCart(till, (open) => {
    const cart = change(open.cart);
    if (cart === open.cart) return { open, result: null };
    return { open: { ...open, cart, previousBody: bodyOf(open.cart) }, result: null };
  });
}

/** What a line takes over from the product. */
function productOf(goods: GoodsRow): CartProduct {
  const { productId, makerId, name, makerName, pictureKey, unitPrice } = goods;
  return { productId, makerId, name, makerName, pictureKey, unitPrice, ...countingOf(goods) };
}
