import { AppError } from "../../../shared/contract/errors.ts";
import type { Cart, DiscountApproval } from "../../../shared/domain/cart.ts";
import {
  DEFAULT_DISCOUNT_LIMIT_BP,
  type Discount,
  type DiscountPlace,
  discountApprover,
  discountBase,
  discountOn,
  giveDiscount,
  isOverLimit,
  unapprovedDiscounts,
} from "../../../shared/domain/discount.ts";
import type { Till } from "../context.ts";
import type { ReadDb, WriteDb } from "../db/database.ts";
import { setSetting, setting } from "../db/stores/setting.ts";
import { type Approval, approvalOf, takeApproval } from "../staff/approval.ts";
import { changeCart } from "./open-cart.ts";
import { valueOf } from "./result.ts";
import { bodyOf } from "./stored-cart.ts";

export type SetDiscount = {
  readonly cartId: string;
  /** null: the sale as a whole */
  readonly lineNo: number | null;
  readonly discount: Discount;
  readonly approvalId: string | null;
};

/** What may be given without a supervisor, in basis points of the line or of the sale. */
export function discountLimitBp(db: ReadDb): number {
  const stored = Number(setting(db, "discountLimitBp") ?? Number.NaN);
  const known = Number.isInteger(stored) && stored >= 0 && stored <= 10_000;
  return known ? stored : DEFAULT_DISCOUNT_LIMIT_BP;
}

export function saveDiscountLimit(db: WriteDb, limitBp: number): void {
  setSetting(db, "discountLimitBp", JSON.stringify(limitBp));
}

/**
 * Gives a discount on a line or on the sale in place of the one before; undo takes it back.
 * Fails with: CART_CHANGED, LINE_NOT_FOUND, AMOUNT_MALFORMED, DISCOUNT_TOO_LARGE,
 * APPROVAL_NEEDED {action, subject, amount} above the limit, APPROVAL_INVALID.
 */
export function setDiscount(till: Till, input: SetDiscount): void {
  changeCart(till, (open, db) => {
    if (open.cartId !== input.cartId) throw new AppError("CART_CHANGED");
    const place = input.lineNo ?? "SALE";
    const base = valueOf(discountBase(open.cart, place));
    const amount = valueOf(discountOn(base, input.discount));
    const free = !isOverLimit(amount, base, discountLimitBp(db));
    const approval = free ? null : allowed(till, open.cart, { input, place, amount });
    const { discount } = input;
    const cart = valueOf(giveDiscount(open.cart, place, { discount, approval }));
    return { open: { ...open, cart, previousBody: bodyOf(open.cart) }, result: null };
  });
}

/**
 * What the sale's entry says of who allowed its discounts; undefined where nobody had to.
 * Fails with: APPROVAL_NEEDED when a discount grew past what was allowed.
 */
export function approvedDiscounts(db: ReadDb, cart: Cart): Approval | undefined {
  const limitBp = discountLimitBp(db);
  if (unapprovedDiscounts(cart, limitBp).length > 0) {
    throw new AppError("APPROVAL_NEEDED", { details: { action: "DISCOUNT" } });
  }
  const given = discountApprover(cart, limitBp);
  return given === null ? undefined : approvalOf("DISCOUNT", given);
}

/** A smaller discount needs no second approval; a larger one does. */
function allowed(
  till: Till,
  cart: Cart,
  asked: { readonly input: SetDiscount; readonly place: DiscountPlace; readonly amount: number },
): DiscountApproval {
  const { input, place, amount } = asked;
  const line = cart.lines.find(({ lineNo }) => lineNo === place);
  const before = place === "SALE" ? cart.discountApproval : (line?.discountApproval ?? null);
  if (before !== null && amount <= before.upTo) return before;
  const scope = { action: "DISCOUNT", subject: `${input.cartId}:${place}`, amount } as const;
  if (input.approvalId === null) throw new AppError("APPROVAL_NEEDED", { details: scope });
  const { approverId, by } = takeApproval(till, { ...scope, approvalId: input.approvalId });
  return { approverId, upTo: amount, byCard: by === "CARD" };
}
