import { z } from "zod";
import { BuyerAssurance, Uuid } from "../../../shared/contract/primitives.ts";
import type { Cart } from "../../../shared/domain/cart.ts";
import { rupiah } from "../../../shared/domain/money.ts";

const Money = z.int().min(0).transform(rupiah);
/** Carts stored before discounts could be given have none of this. */
const BasisPoints = z.int().min(0).max(10_000).nullable().default(null);
const Approval = z
  .object({ approverId: Uuid, upTo: z.int(), byCard: z.boolean().default(false) })
  .nullable()
  .default(null);
const CartLine = z.object({
  lineNo: z.int(),
  productId: Uuid,
  makerId: Uuid,
  name: z.string(),
  makerName: z.string(),
  pictureKey: z.string(),
  batchId: Uuid.nullable(),
  unitPrice: Money,
  priceChange: z
    .object({ listPrice: Money, changedBy: Uuid, approverId: Uuid, byCard: z.boolean() })
    .nullable()
    .default(null),
  qty: z.int(),
  lineDiscount: Money,
  discountBp: BasisPoints,
  discountApproval: Approval,
  mayCount: z.boolean(),
  shareBp: z.int(),
});
const CartBuyer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("PUBLIC") }),
  z.object({ kind: z.literal("INSTITUTION") }),
  z.object({
    kind: z.literal("ASN"),
    personId: Uuid.nullable(),
    assurance: BuyerAssurance,
    cardSerial: z.int().nullable(),
    match: z.enum(["MATCHED", "PENDING"]),
    confirmed: z.boolean(),
    proxy: z.boolean(),
    unapprovedCard: z.literal(true).optional(),
  }),
]);
const StoredCart = z.object({
  lines: z.array(CartLine),
  nextLineNo: z.int(),
  saleDiscount: Money,
  saleDiscountBp: BasisPoints,
  discountApproval: Approval,
  buyer: CartBuyer.nullable(),
});

/** A cart as JSON, and back. */
export function bodyOf(cart: Cart): string {
  return JSON.stringify(cart);
}
export function parseCart(body: string): Cart {
  if (parsed?.body === body) return parsed.cart;
  const cart: Cart = StoredCart.parse(JSON.parse(body));
  parsed = { body, cart };
  return cart;
}

/** The cart read last: the same text is read again within every payment, and a cart never changes. */
let parsed: { readonly body: string; readonly cart: Cart } | null = null;
