import { AppError } from "../../../shared/contract/errors.ts";
import type { TenderInput } from "../../../shared/contract/paying.ts";
import type { Rupiah } from "../../../shared/domain/money.ts";
import type { Tender } from "../../../shared/domain/sale.ts";
import { checkTenders } from "../../../shared/domain/tender.ts";
import type { ReadDb, WriteDb } from "../db/database.ts";
import {
  cancelOpenQrisTenders,
  liveQrisTenders,
  qrisTender,
  spendQrisTender,
} from "../db/stores/qris-tender.ts";
import { valueOf } from "../selling/result.ts";

/** A tender that holds: who confirmed it, the number on its slip, the code it came by. */
export type SettledTender = Tender & {
  readonly reference: string | null;
  readonly qrisId: string | null;
};

/**
 * What pays a cart, each part judged: a QRIS only with a confirmed code of this very cart and amount,
 * and every confirmed code must be among them, so that nobody pays twice.
 * Fails with: TENDER_COUNT, TENDER_ABOVE_TOTAL, AMOUNT_*, REFERENCE_MALFORMED, QRIS_CEILING,
 * QRIS_NOT_PAID, QRIS_ALREADY_PAID.
 */
export function settleTenders(
  db: ReadDb,
  cart: { readonly cartId: string; readonly total: Rupiah },
  asked: readonly TenderInput[],
): SettledTender[] {
  const settled = valueOf(checkTenders(cart.total, asked)).map((tender) => ({
    ...tender,
    confirmedBy: confirmedBy(db, cart.cartId, tender),
  }));
  const named = settled.flatMap(({ qrisId }) => qrisId ?? []);
  if (new Set(named).size !== named.length) throw new AppError("QRIS_NOT_PAID");
  const forgotten = liveQrisTenders(db, cart.cartId).some(
    ({ qrisId, state }) => state === "CONFIRMED" && !named.includes(qrisId),
  );
  if (forgotten) throw new AppError("QRIS_ALREADY_PAID");
  return settled;
}

/** The codes of a sold cart: those that paid it are used, those that nobody paid are over. */
export function closeQrisTenders(
  db: WriteDb,
  cartId: string,
  sold: { readonly saleId: string; readonly tenders: readonly SettledTender[] },
): void {
  for (const { qrisId } of sold.tenders) {
    if (qrisId !== null) spendQrisTender(db, qrisId, sold.saleId);
  }
  cancelOpenQrisTenders(db, cartId);
}

function confirmedBy(db: ReadDb, cartId: string, tender: TenderInput): Tender["confirmedBy"] {
  if (tender.kind === "CASH") return null;
  if (tender.kind !== "QRIS") return "cashier";
  const row = tender.qrisId === null ? null : qrisTender(db, tender.qrisId);
  const holds = row?.state === "CONFIRMED" && row.cartId === cartId && row.amount === tender.amount;
  if (!holds) throw new AppError("QRIS_NOT_PAID");
  return row.confirmedBy;
}
