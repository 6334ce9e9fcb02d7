import { z } from "zod";
import { AppError } from "../../../shared/contract/errors.ts";
import type { Till } from "../context.ts";
import type { ReadDb } from "../db/database.ts";
import { entryBySeq } from "../db/stores/journal.ts";
import { saleById } from "../db/stores/sale.ts";
import { openSealed } from "../keys/sealing.ts";
import type { Invoice } from "../printing/layout-invoice.ts";
import { receiptOf } from "../selling/receipt.ts";
import { originalOf } from "./original.ts";

const Payer = z.object({
  institution: z.object({ name: z.string(), reference: z.string() }).optional(),
});

/**
 * Lets papers be made of a sale to an institution that stands.
 * Fails with: NOT_FOUND, SALE_VOIDED, NOT_ALLOWED for another buyer.
 */
export function requireInvoiced(till: Till, db: ReadDb, saleId: string): void {
  const { sale } = originalOf(till, db, saleId);
  if (sale.buyerKind !== "INSTITUTION") throw new AppError("NOT_ALLOWED");
}

/** The kuitansi of a sale to an institution. Fails with: NOT_FOUND. */
export function invoiceOf(till: Till, saleId: string, copy: number): Invoice {
  const db = till.file.db();
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
    receipt: receiptOf(till, saleId, 0),
    payer: kept.institution?.name ?? null,
    reference: reference === "" ? null : reference,
    copy,
  };
}
