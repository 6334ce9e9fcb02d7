import { AppError } from "../../../shared/contract/errors.ts";
import { once } from "../command.ts";
import type { Till } from "../context.ts";
import type { WriteDb } from "../db/database.ts";
import { deleteHeldCart, heldCart, heldCartCount, insertHeldCart } from "../db/stores/held-cart.ts";
import { journalHead } from "../db/stores/journal.ts";
import { openShift } from "../db/stores/shift.ts";
import { type OpenCart, openCart, refreshed, saveCart, startCart } from "./open-cart.ts";
import { bodyOf, parseCart } from "./stored-cart.ts";

/** More carts than this are no queue any more, but forgotten ones. */
const MAX_HELD = 100;

export type HeldCommand = { readonly commandId: string; readonly cartId: string };

/**
 * Puts the open cart aside with its buyer and note, and starts an empty one, in one transaction.
 * Fails with: NOT_LOGGED_IN, NO_SHIFT, CART_CHANGED when another cart is open by now, CART_EMPTY,
 * HELD_CARTS_FULL, COMMAND_REUSED.
 */
export function holdCart(till: Till, input: HeldCommand): { heldId: string } {
  const heldId = command(till, { procedure: "cart.hold", ...input }, (db, at) => {
    const open = openCart(db, till.identity().outletId);
    if (open.cartId !== input.cartId) throw new AppError("CART_CHANGED");
    if (!isWorthKeeping(open)) throw new AppError("CART_EMPTY");
    keep(till, db, { open, at });
    startCart(db, till.newId());
    return open.cartId;
  });
  return { heldId };
}

/**
 * Takes a held cart up again as it was, its buyer and no other with it. An open cart that holds
 * anything worth keeping is put aside first, in the same transaction.
 * Fails with: NOT_LOGGED_IN, NO_SHIFT, HELD_CART_GONE, HELD_CARTS_FULL, COMMAND_REUSED.
 */
export function resumeCart(till: Till, input: HeldCommand): void {
  command(till, { procedure: "cart.resume", ...input }, (db, at) => {
    const { outletId } = till.identity();
    const row = heldCart(db, input.cartId);
    if (row === null) throw new AppError("HELD_CART_GONE");
    const open = openCart(db, outletId);
    deleteHeldCart(db, row.cartId);
    if (isWorthKeeping(open)) keep(till, db, { open, at });
    const { cartId, privateSealed, noteSealed } = row;
    const cart = refreshed(db, outletId, parseCart(row.body));
    saveCart(db, { cartId, cart, previousBody: null, privateSealed, noteSealed });
    return cartId;
  });
}

/** Throws a held cart away. Fails with: NOT_LOGGED_IN, NO_SHIFT, HELD_CART_GONE, COMMAND_REUSED. */
export function discardCart(till: Till, input: HeldCommand): void {
  command(till, { procedure: "cart.discard", ...input }, (db) => {
    if (heldCart(db, input.cartId) === null) throw new AppError("HELD_CART_GONE");
    deleteHeldCart(db, input.cartId);
    return input.cartId;
  });
}

function command(
  till: Till,
  { procedure, commandId, cartId }: HeldCommand & { readonly procedure: string },
  work: (db: WriteDb, at: number) => string,
): string {
  till.session.require();
  const outcome = till.file.commit((db) => {
    const { at } = till.clock.read(journalHead(db)?.at ?? null);
    return once(db, { commandId, procedure, content: { cartId }, at }, () => {
      if (openShift(db) === null) throw new AppError("NO_SHIFT");
      return work(db, at);
    });
  });
  till.changed();
  return outcome.result;
}

/** Goods, a note or a buyer who was identified are kept; the public buyer is set again in no time. */
export function isWorthKeeping({ cart, noteSealed }: OpenCart): boolean {
  const named = cart.buyer !== null && cart.buyer.kind !== "PUBLIC";
  return cart.lines.length > 0 || noteSealed !== null || named;
}

function keep(
  till: Till,
  db: WriteDb,
  { open, at }: { readonly open: OpenCart; readonly at: number },
): void {
  if (heldCartCount(db) >= MAX_HELD) throw new AppError("HELD_CARTS_FULL");
  const { cartId, cart, privateSealed, noteSealed } = open;
  const heldBy = till.session.require().cashierId;
  insertHeldCart(db, {
    cartId,
    body: bodyOf(cart),
    privateSealed,
    noteSealed,
    heldAt: at,
    heldBy,
  });
}
