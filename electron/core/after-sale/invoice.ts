import { z } from "zod";
import { AppError } from "../../../shared/contract/errors.ts";
import type { Till } from "../context.ts";
import type { ReadDb } from "../db/database.ts";
import { entryBySeq } from "../db/stores/journal.ts";
import { type SoldLineRow, soldLines } from "../db/stores/reversal.ts";
import { saleById } from "../db/stores/sale.ts";
import { openSealed } from "../keys/sealing.ts";
import type { Invoice } from "../printing/layout-invoice.ts";
import { receiptOf } from "../selling/receipt.ts";
import { originalOf } from "./original.ts";
import { remainingOf } from "./remaining.ts";

const Payer = z.object({
  institution: z.object({ name: z.string(), reference: z.string() }).optional(),
});

/**
 * Lets papers be made of a sale to an institution of which anything is left; gives its lines.
 * Fails with: NOT_FOUND, SALE_VOIDED, SALE_RETURNED, NOT_ALLOWED for another buyer.
 */
export function requireInvoiced(till: Till, db: ReadDb, saleId: string): SoldLineRow[] {
  const { sale } = originalOf(till, db, saleId);
  if (sale.buyerKind !== "INSTITUTION") throw new AppError("NOT_ALLOWED");
  const lines = soldLines(db, saleId);
  if (lines.every(({ qty, returnedQty }) => qty === returnedQty)) {
    throw new AppError("SALE_RETURNED");
  }
  return lines;
}

/** The kuitansi of what is left of a sale to an institution. Fails with: those of requireInvoiced. */
export function invoiceOf(till: Till, saleId: string, copy: number): Invoice {
  const db = till.file.db();
  const lines = requireInvoiced(till, db, saleId);
  const sale = saleById(db, saleId);
  const entry = sale === null ? null : entryBySeq(db, sale.seq);
  const keys = till.keys();
  const sealed = entry?.privateSealed ?? null;
  const kept =
    sealed === null || keys === null
      ? {}
      : Payer.parse(JSON.parse(openSealed(keys.dataKey, sealed)));
  const reference = kept.institution?.reference ?? "";
  return {
    receipt: remainingOf(receiptOf(till, saleId, 0), lines),
    payer: kept.institution?.name ?? null,
    reference: reference === "" ? null : reference,
    copy,
  };
}
