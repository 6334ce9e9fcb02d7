import { AppError } from "../../../shared/contract/errors.ts";
import { type Cart, emptyCart } from "../../../shared/domain/cart.ts";
import { mayCount } from "../../../shared/domain/obligation.ts";
import type { Till } from "../context.ts";
import type { ReadDb, WriteDb } from "../db/database.ts";
import { cartRow, saveCartRow } from "../db/stores/cart.ts";
import { goodsById } from "../db/stores/product.ts";
import { openShift } from "../db/stores/shift.ts";
import { syncState } from "../db/stores/sync-state.ts";
import { bodyOf, parseCart } from "./stored-cart.ts";

/**
 * The cart being rung up. `privateSealed` is what is known of its buyer beyond ids: the NIP of one whom
 * the roster does not know, or an institution's name; `noteSealed` is the cashier's note.
 */
export type OpenCart = {
  readonly cartId: string;
  readonly cart: Cart;
  /** JSON of what undo goes back to */
  readonly previousBody: string | null;
  readonly privateSealed: Uint8Array | null;
  readonly noteSealed: Uint8Array | null;
};

/** Reads the open cart, each line with what counts as of the feed cursor. */
export function openCart(db: ReadDb, outletId: string): OpenCart {
  const row = cartRow(db);
  if (row === null) throw new AppError("INTERNAL", { details: { missing: "cart" } });
  const { cartId, previousBody, privateSealed, noteSealed } = row;
  const stored = parseCart(row.body);
  const isCurrent = row.feedSeq === syncState(db).feedCursor;
  const cart = isCurrent ? stored : refreshed(db, outletId, stored);
  return { cartId, cart, previousBody, privateSealed, noteSealed };
}

export function saveCart(db: WriteDb, open: OpenCart): void {
  const { cart, ...row } = open;
  saveCartRow(db, { ...row, feedSeq: syncState(db).feedCursor, body: bodyOf(cart) });
}

/** Puts an empty cart in place of the open one; it has a new id. */
export function startCart(db: WriteDb, cartId: string): void {
  const nothing = { previousBody: null, privateSealed: null, noteSealed: null };
  saveCart(db, { cartId, cart: emptyCart(), ...nothing });
}

/** Changes the open cart in one transaction. Fails with: NOT_LOGGED_IN, NO_SHIFT. */
export function changeCart<T>(
  till: Till,
  change: (open: OpenCart, db: WriteDb) => { readonly open: OpenCart; readonly result: T },
): T {
  till.session.require();
  const { outletId } = till.identity();
  const result = till.file.commit((db) => {
    if (openShift(db) === null) throw new AppError("NO_SHIFT");
    const changed = change(openCart(db, outletId), db);
    saveCart(db, changed.open);
    return changed.result;
  });
  till.changed();
  return result;
}

/** The price stays what the cashier was shown; what counts follows the newest policy of the centre. */
export function refreshed(db: ReadDb, outletId: string, cart: Cart): Cart {
  const lines = cart.lines.map((line) => {
    const goods = goodsById(db, outletId, line.productId);
    return goods === null ? line : { ...line, ...countingOf(goods) };
  });
  return { ...cart, lines };
}

/** What decides whether a product's line counts, and the gallery's share of it. */
export function countingOf(goods: {
  readonly makerVerified: 0 | 1;
  readonly makerOfRegency: 0 | 1;
  readonly categoryMayCount: 0 | 1;
  readonly shareBp: number;
}): { mayCount: boolean; shareBp: number } {
  return {
    mayCount: mayCount({
      makerVerified: goods.makerVerified === 1,
      makerOfRegency: goods.makerOfRegency === 1,
      categoryMayCount: goods.categoryMayCount === 1,
    }),
    shareBp: goods.shareBp,
  };
}
