import { closeCash } from "../shift/cash-store.ts";
import { attempt } from "./attempt.ts";
import { dismissPaid, openDialog, touchLine } from "./screen-store.ts";
import { takeScan } from "./scan.ts";

/** Puts a product into the cart. */
export async function addProduct(productId: string, qty = 1): Promise<void> {
  const added = await attempt((core) => core.cart.add.mutate({ productId, qty }));
  if (added !== null) touchLine(added.lineNo);
}

/** Sets a line's quantity; what the core refuses stays as it was. */
export async function setQty(lineNo: number, qty: number): Promise<boolean> {
  const done = await attempt((core) => core.cart.setQty.mutate({ lineNo, qty }));
  if (done !== null) touchLine(lineNo);
  return done !== null;
}

/** One piece more or fewer, however fast one presses. */
export async function stepQty(lineNo: number, by: 1 | -1): Promise<void> {
  const done = await attempt((core) => core.cart.stepQty.mutate({ lineNo, by }));
  if (done !== null) touchLine(lineNo);
}

/** Marks a product as one that is sold again and again, or no longer. */
export async function setFavourite(productId: string, favourite: boolean): Promise<void> {
  await attempt((core) => core.product.setFavourite.mutate({ productId, favourite }));
}

export async function removeLine(lineNo: number): Promise<void> {
  await attempt((core) => core.cart.removeLine.mutate({ lineNo }));
}

/** Takes the last change of a line back. */
export async function undoLine(): Promise<void> {
  await attempt((core) => core.cart.undo.mutate());
}

/** Empties the cart, its buyer too. */
export async function clearCart(): Promise<void> {
  openDialog(null);
  await attempt((core) => core.cart.clear.mutate());
}

export async function setPublicBuyer(): Promise<void> {
  await attempt((core) => core.buyer.setPublic.mutate());
}

export async function confirmBuyer(): Promise<void> {
  await attempt((core) => core.buyer.confirm.mutate());
}

export async function removeBuyer(): Promise<void> {
  await attempt((core) => core.buyer.remove.mutate());
}

export async function setProxy(proxy: boolean): Promise<void> {
  await attempt((core) => core.buyer.setProxy.mutate({ proxy }));
}

/** Locks the till: the cashier logs in again, the cart stays. */
export async function lockTill(): Promise<void> {
  dismissPaid();
  openDialog(null);
  closeCash();
  await attempt((core) => core.session.logout.mutate());
}

/** A text the cashier typed into the search field that no product is named by. */
export async function tryTyped(text: string, qty: number | null): Promise<void> {
  await takeScan(text, "TYPED", qty);
}
