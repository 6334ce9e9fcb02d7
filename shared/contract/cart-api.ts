import { z } from "zod";
import { Amount, InstantMs, InstitutionType, Period, ReceiptNumber, Uuid } from "./primitives.ts";
import { MonthStatus } from "./till-state.ts";

/*
 * What the cashier's window asks of carts beyond their lines, parsed at the port:
 *
 *   cart.hold         mutation HoldInput          -> { heldId }
 *   cart.held         query                       -> HeldCartView[]
 *   cart.resume       mutation ResumeInput        -> {}   (an open cart worth keeping is held first)
 *   cart.discard      mutation ResumeInput        -> {}
 *   cart.setDiscount  mutation DiscountInput      -> {}
 *   cart.setPrice     mutation PriceInput         -> {}   (needs approval PRICE)
 *   cart.setNote      mutation NoteInput          -> {}
 *   buyer.setInstitution mutation InstitutionInput -> {}
 *   buyer.purchases   query                       -> PurchasesView
 */

/** `cartId` is the cart the cashier saw; another one is refused with CART_CHANGED. */
export const HoldInput = z.object({ commandId: Uuid, cartId: Uuid });
/** `cartId` is the held cart's. */
export const HeldInput = z.object({ commandId: Uuid, cartId: Uuid });
export const DiscountInput = z.object({
  cartId: Uuid,
  /** null: the sale as a whole */
  lineNo: z.int().min(1).nullable(),
  discount: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("AMOUNT"), amount: z.number() }),
    z.object({ kind: z.literal("SHARE"), basisPoints: z.number() }),
  ]),
  approvalId: z.string().max(64).nullable(),
});
/** `price` is of one piece. */
export const PriceInput = z.object({
  cartId: Uuid,
  lineNo: z.int().min(1),
  price: z.number(),
  approvalId: z.string().max(64).nullable(),
});
export const NoteInput = z.object({ note: z.string().max(1_000) });
export const InstitutionInput = z.object({
  type: InstitutionType,
  name: z.string().max(1_000),
  reference: z.string().max(1_000),
});

/** A cart put aside. Names appear on the cashier's window only. */
export const HeldCartView = z.object({
  cartId: Uuid,
  heldAt: InstantMs,
  heldBy: z.string(),
  /** the names of the first goods, for telling carts apart */
  goods: z.array(z.string()),
  pieces: z.int(),
  total: Amount,
  buyerKind: z.enum(["NONE", "PUBLIC", "ASN", "INSTITUTION"]),
  buyerName: z.string().nullable(),
  nipLast4: z.string().nullable(),
  note: z.string(),
});
export type HeldCartView = z.infer<typeof HeldCartView>;

/** What the buyer of the open cart bought this month: this till's sales, and the month over all outlets. */
export const PurchasesView = z.object({
  name: z.string().nullable(),
  period: Period,
  sales: z.array(
    z.object({ number: ReceiptNumber, at: InstantMs, total: Amount, counted: Amount }),
  ),
  month: MonthStatus.nullable(),
});
export type PurchasesView = z.infer<typeof PurchasesView>;
