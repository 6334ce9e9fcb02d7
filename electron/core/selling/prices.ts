import { AppError } from "../../../shared/contract/errors.ts";
import type { PriceChangedBody } from "../../../shared/contract/journal-bodies.ts";
import type { CartLine, PriceChange } from "../../../shared/domain/cart.ts";
import {
  changePrice,
  checkNewPrice,
  listPriceOf,
  restorePrice,
} from "../../../shared/domain/price-change.ts";
import type { Till } from "../context.ts";
import type { WriteDb } from "../db/database.ts";
import { approvalOf, takeApproval } from "../staff/approval.ts";
import { changeCart } from "./open-cart.ts";
import { valueOf } from "./result.ts";
import { bodyOf } from "./stored-cart.ts";

export type SetPrice = {
  readonly cartId: string;
  readonly lineNo: number;
  readonly price: number;
  readonly approvalId: string | null;
};

/**
 * Sells the pieces of a line for another price; undo takes it back, and the list price needs nobody.
 * The same price again changes nothing, so a repeated call is harmless.
 * Fails with: CART_CHANGED, LINE_NOT_FOUND, AMOUNT_MALFORMED for what is no price above nothing,
 * AMOUNT_TOO_LARGE, DISCOUNT_TOO_LARGE, APPROVAL_NEEDED {action, subject, amount}, APPROVAL_INVALID.
 */
export function setPrice(till: Till, input: SetPrice): void {
  const price = valueOf(checkNewPrice(input.price));
  const { cashierId } = till.session.require();
  changeCart(till, (open) => {
    if (open.cartId !== input.cartId) throw new AppError("CART_CHANGED");
    const line = open.cart.lines.find(({ lineNo }) => lineNo === input.lineNo);
    if (line === undefined) throw new AppError("LINE_NOT_FOUND");
    if (price === line.unitPrice) return { open, result: null };
    const changed =
      price === listPriceOf(line)
        ? restorePrice(open.cart, line.lineNo)
        : changePrice(open.cart, line.lineNo, {
            price,
            by: { ...allowed(till, line, input), changedBy: cashierId },
          });
    return {
      open: { ...open, cart: valueOf(changed), previousBody: bodyOf(open.cart) },
      result: null,
    };
  });
}

/** Writes what was changed of a sale's prices, just before its own entry. */
export function writePriceChanges(
  till: Till,
  db: WriteDb,
  { saleId, lines }: { readonly saleId: string; readonly lines: readonly CartLine[] },
): void {
  for (const [index, { productId, unitPrice, priceChange }] of lines.entries()) {
    if (priceChange === null) continue;
    till.journal().write(db, {
      actorId: priceChange.changedBy,
      commandId: till.newId(),
      build: (head): PriceChangedBody => ({
        v: 1,
        kind: "PRICE_CHANGED",
        ...head,
        approval: approvalOf("PRICE", priceChange),
        saleId,
        lineNo: index + 1,
        productId,
        oldPrice: priceChange.listPrice,
        newPrice: unitPrice,
      }),
    });
  }
}

function allowed(
  till: Till,
  line: CartLine,
  { cartId, price, approvalId }: SetPrice,
): Pick<PriceChange, "approverId" | "byCard"> {
  const subject = `${cartId}:${line.lineNo}:${line.productId}:${listPriceOf(line)}`;
  const scope = { action: "PRICE", subject, amount: price } as const;
  if (approvalId === null) throw new AppError("APPROVAL_NEEDED", { details: scope });
  const { approverId, by } = takeApproval(till, { ...scope, approvalId });
  return { approverId, byCard: by === "CARD" };
}
