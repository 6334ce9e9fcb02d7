import { z } from "zod";
import { AppError } from "../../../shared/contract/errors.ts";
import { BuyerAssurance, Uuid } from "../../../shared/contract/primitives.ts";
import { type Cart, emptyCart } from "../../../shared/domain/cart.ts";
import { rupiah } from "../../../shared/domain/money.ts";
import { mayCount } from "../../../shared/domain/obligation.ts";
import type { Till } from "../context.ts";
import type { ReadDb, WriteDb } from "../db/database.ts";
import { cartRow, saveCartRow } from "../db/stores/cart.ts";
import { goodsById } from "../db/stores/product.ts";
import { openShift } from "../db/stores/shift.ts";
import { syncState } from "../db/stores/sync-state.ts";

/** The cart being rung up. `privateSealed` is the NIP of a buyer whom the roster does not know. */
export type OpenCart = {
  readonly cartId: string;
  readonly cart: Cart;
  /** JSON of what undo goes back to */
  readonly previousBody: string | null;
  readonly privateSealed: Uint8Array | null;
};

const Money = z.int().min(0).transform(rupiah);
const CartLine = z.object({
  lineNo: z.int(),
  productId: Uuid,
  makerId: Uuid,
  name: z.string(),
  makerName: z.string(),
  pictureKey: z.string(),
  batchId: Uuid.nullable(),
  unitPrice: Money,
  qty: z.int(),
  lineDiscount: Money,
  mayCount: z.boolean(),
  shareBp: z.int(),
});
const CartBuyer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("PUBLIC") }),
  z.object({
    kind: z.literal("ASN"),
    personId: Uuid.nullable(),
    assurance: BuyerAssurance,
    cardSerial: z.int().nullable(),
    match: z.enum(["MATCHED", "PENDING"]),
    confirmed: z.boolean(),
    proxy: z.boolean(),
  }),
]);
const StoredCart = z.object({
  lines: z.array(CartLine),
  nextLineNo: z.int(),
  saleDiscount: Money,
  buyer: CartBuyer.nullable(),
});

/** Reads the open cart, each line with what counts as of the feed cursor. */
export function openCart(db: ReadDb, outletId: string): OpenCart {
  const row = cartRow(db);
  if (row === null) throw new AppError("INTERNAL", { details: { missing: "cart" } });
  const { cartId, previousBody, privateSealed } = row;
  const stored = parseCart(row.body);
  const isCurrent = row.feedSeq === syncState(db).feedCursor;
  const cart = isCurrent ? stored : refreshed(db, outletId, stored);
  return { cartId, cart, previousBody, privateSealed };
}

export function saveCart(db: WriteDb, open: OpenCart): void {
  const { cart, ...row } = open;
  saveCartRow(db, { ...row, feedSeq: syncState(db).feedCursor, body: bodyOf(cart) });
}

/** A cart as JSON, and back. */
export function bodyOf(cart: Cart): string {
  return JSON.stringify(cart);
}
export function parseCart(body: string): Cart {
  if (parsed?.body !== body) parsed = { body, cart: StoredCart.parse(JSON.parse(body)) };
  return parsed.cart;
}

/** The cart read last: the same text is read again within every payment, and a cart never changes. */
let parsed: { readonly body: string; readonly cart: Cart } | null = null;

/** Puts an empty cart in place of the open one; it has a new id. */
export function startCart(db: WriteDb, cartId: string): void {
  saveCart(db, { cartId, cart: emptyCart(), previousBody: null, privateSealed: null });
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
function refreshed(db: ReadDb, outletId: string, cart: Cart): Cart {
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
