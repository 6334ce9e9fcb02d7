import {
  type CartBuyer,
  clearBuyer,
  confirmBuyer,
  setBuyer,
  setProxy,
} from "../../../shared/domain/cart.ts";
import type { Till } from "../context.ts";
import { changeCart, type OpenCart } from "./open-cart.ts";
import { valueOf } from "./result.ts";

/** The cart with a buyer in place of whoever was set before, whose NIP goes with them. */
export function withBuyer(
  open: OpenCart,
  buyer: CartBuyer,
  privateSealed: Uint8Array | null,
): OpenCart {
  return { ...open, cart: setBuyer(open.cart, buyer), privateSealed };
}

/** The buyer is nobody in particular. */
export function setPublicBuyer(till: Till): void {
  changeCart(till, (open) => ({ open: withBuyer(open, { kind: "PUBLIC" }, null), result: null }));
}

/** The cashier has compared name and unit with the card. Fails with: BUYER_NOT_SET. */
export function confirmCartBuyer(till: Till): void {
  changeCart(till, (open) => ({
    open: { ...open, cart: valueOf(confirmBuyer(open.cart)) },
    result: null,
  }));
}

/** Somebody else carries the card. Fails with: BUYER_NOT_SET. */
export function setCartProxy(till: Till, proxy: boolean): void {
  changeCart(till, (open) => ({
    open: { ...open, cart: valueOf(setProxy(open.cart, proxy)) },
    result: null,
  }));
}

export function removeCartBuyer(till: Till): void {
  changeCart(till, (open) => ({
    open: { ...open, cart: clearBuyer(open.cart), privateSealed: null },
    result: null,
  }));
}
