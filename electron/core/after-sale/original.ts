import { AppError } from "../../../shared/contract/errors.ts";
import type { OriginalBody } from "../../../shared/contract/journal-bodies.ts";
import type { Till } from "../context.ts";
import type { ReadDb } from "../db/database.ts";
import { isFormerSale } from "../db/stores/former-sale.ts";
import { type ReversalRow, reversalsOf } from "../db/stores/reversal.ts";
import { monthCounted } from "../db/stores/roster.ts";
import { type MonthTold, type SaleRow, saleById } from "../db/stores/sale.ts";

/** A sale that something is to be taken back of, and what was before. */
export type Original = {
  readonly sale: SaleRow;
  readonly reversals: readonly ReversalRow[];
  readonly body: OriginalBody;
};

/** A sale in this till's own file that was not voided. Fails with: NOT_FOUND, SALE_OF_FORMER, SALE_VOIDED. */
export function originalOf(till: Till, db: ReadDb, saleId: string): Original {
  const sale = saleById(db, saleId);
  if (sale === null) throw new AppError(isFormerSale(db, saleId) ? "SALE_OF_FORMER" : "NOT_FOUND");
  const reversals = reversalsOf(db, saleId);
  if (reversals.some(({ kind }) => kind === "VOID")) throw new AppError("SALE_VOIDED");
  const { tillId } = till.identity();
  const { seq, number } = sale;
  return { sale, reversals, body: { tillId, seq, saleId, number } };
}

/** What the buyer's month of the sale comes down to once `counted` is taken off. */
export function monthAfter(db: ReadDb, sale: SaleRow, counted: number): MonthTold | null {
  if (sale.personId === null) return null;
  const before = monthCounted(db, sale.personId, sale.period);
  return { counted: Math.max(0, before.counted - counted), asOf: before.asOf };
}
