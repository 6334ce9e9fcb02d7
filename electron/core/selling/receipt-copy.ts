import { AppError } from "../../../shared/contract/errors.ts";
import type { Till } from "../context.ts";
import type { WriteDb } from "../db/database.ts";
import { saleById, setCopies } from "../db/stores/sale.ts";

/** Journals one more copy of a sale's receipt and gives its number. Fails with: NOT_FOUND. */
export function recordReceiptCopy(
  till: Till,
  db: WriteDb,
  by: { readonly saleId: string; readonly commandId: string; readonly actorId: string },
): number {
  const { saleId, commandId, actorId } = by;
  const sale = saleById(db, saleId);
  if (sale === null) throw new AppError("NOT_FOUND");
  const copy = sale.copies + 1;
  till.journal().write(db, {
    actorId,
    commandId,
    build: (head) => ({ v: 1, kind: "REPRINTED", ...head, saleId, number: sale.number, copy }),
  });
  setCopies(db, saleId, copy);
  return copy;
}
