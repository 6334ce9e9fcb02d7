import { invoiceOf } from "../after-sale/invoice.ts";
import { recordReturnCopy } from "../after-sale/reversal-copy.ts";
import { reversalSlip } from "../after-sale/reversal-slip.ts";
import type { Till } from "../context.ts";
import type { ReadDb, WriteDb } from "../db/database.ts";
import type { PrintDocumentKind } from "../db/stores/print-job.ts";
import { saleById } from "../db/stores/sale.ts";
import { layoutInvoice } from "../printing/layout-invoice.ts";
import { layoutReceipt } from "../printing/layout-receipt.ts";
import { layoutReversal } from "../printing/layout-reversal.ts";
import type { Columns, PrintLine } from "../printing/print-line.ts";
import { cashLines, shiftLines } from "../shifts/shift-documents.ts";
import { trainingReceiptOf } from "../training/training-sale.ts";
import { labelLines, labelName } from "./labels.ts";
import { receiptOf } from "./receipt.ts";
import { recordReceiptCopy } from "./receipt-copy.ts";

/** What one kind of document needs to be printed. */
export type PrintDocument = {
  /**
   * What stands on the paper, built anew when it is printed. `copy` 0 is the first print, n is
   * `SALINAN n`. May throw: the job then fails and the ones behind it go on.
   */
  readonly lines: (till: Till, ref: string, copy: number) => (columns: Columns) => PrintLine[];
  /** What a person knows the document by; absent where it has no number. */
  readonly number?: (db: ReadDb, ref: string) => string | null;
  /**
   * Journals that one more copy is made, in the transaction that queues it; gives its number.
   * Without it a copy is only counted.
   */
  readonly recordCopy?: (
    till: Till,
    db: WriteDb,
    by: { readonly ref: string; readonly commandId: string; readonly actorId: string },
  ) => number;
};

/** Every kind that can be printed: a new one is one entry here. */
export const PRINT_DOCUMENTS: Partial<Readonly<Record<PrintDocumentKind, PrintDocument>>> = {
  SALE: {
    lines: (till, saleId, copy) => {
      const model = receiptOf(till, saleId, copy);
      return (columns) => layoutReceipt(model, columns);
    },
    number: (db, saleId) => saleById(db, saleId)?.number ?? null,
    recordCopy: (till, db, { ref, commandId, actorId }) =>
      recordReceiptCopy(till, db, { saleId: ref, commandId, actorId }),
  },
  SHIFT_X: { lines: shiftLines },
  SHIFT_Z: { lines: shiftLines },
  CASH: { lines: cashLines },
  INVOICE: {
    lines: (till, saleId, copy) => {
      const invoice = invoiceOf(till, saleId, copy);
      return (columns) => layoutInvoice(invoice, columns);
    },
  },
  VOID: { lines: reversalLines },
  LABEL: { lines: labelLines, number: labelName },
  TRAINING: {
    lines: (till, trainingId) => {
      const model = trainingReceiptOf(till, trainingId);
      return (columns) => layoutReceipt(model, columns);
    },
  },
  RETURN: { lines: reversalLines, recordCopy: recordReturnCopy },
};

function reversalLines(
  till: Till,
  reversalId: string,
  copy: number,
): (columns: Columns) => PrintLine[] {
  const slip = reversalSlip(till, reversalId, copy);
  return (columns) => layoutReversal(slip, columns);
}
