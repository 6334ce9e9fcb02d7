import { LABELS_PER_JOB } from "../../../shared/contract/product-api.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import { once } from "../command.ts";
import type { Till } from "../context.ts";
import type { ReadDb } from "../db/database.ts";
import { journalHead } from "../db/stores/journal.ts";
import { insertLabelRun, labelRunById } from "../db/stores/label-run.ts";
import { insertPrintJob } from "../db/stores/print-job.ts";
import { printers } from "../db/stores/printer.ts";
import { goodsById, productName } from "../db/stores/product.ts";
import { layoutLabels } from "../printing/layout-label.ts";
import type { Columns, PrintLine } from "../printing/print-line.ts";

/**
 * Queues labels of a product for the main label printer, a few to a job so that each is over within
 * its deadline and a jam costs only a few.
 * Fails with: NOT_LOGGED_IN, PRODUCT_UNKNOWN, LABEL_PRINTER_NOT_SET, COMMAND_REUSED.
 */
export function printLabels(
  till: Till,
  input: { readonly commandId: string; readonly productId: string; readonly qty: number },
): void {
  const { cashierId } = till.session.require();
  const { commandId, productId, qty } = input;
  const { repeated } = till.file.commit((db) => {
    const { at } = till.clock.read(journalHead(db)?.at ?? null);
    const command = {
      commandId,
      procedure: "product.printLabels",
      content: { productId, qty },
      at,
    };
    return once(db, command, () => {
      if (goodsById(db, till.identity().outletId, productId) === null) {
        throw new AppError("PRODUCT_UNKNOWN");
      }
      if (!printers(db).some(({ role }) => role === "LABEL")) {
        throw new AppError("LABEL_PRINTER_NOT_SET");
      }
      for (let left = qty; left > 0; left -= LABELS_PER_JOB) {
        const runId = till.newId();
        const run = { runId, productId, qty: Math.min(left, LABELS_PER_JOB) };
        insertLabelRun(db, { ...run, cashierId, at });
        const document = { kind: "LABEL", ref: runId } as const;
        insertPrintJob(db, { jobId: till.newId(), document, copy: 0, at });
      }
      return productId;
    });
  });
  if (!repeated) till.receiptQueued(false);
  till.changed();
}

/** The labels of a run as the goods are called and cost now. Fails with: NOT_FOUND. */
export function labelLines(till: Till, runId: string): (columns: Columns) => PrintLine[] {
  const db = till.file.db();
  const run = labelRunById(db, runId);
  const goods = run === null ? null : goodsById(db, till.identity().outletId, run.productId);
  if (run === null || goods === null) throw new AppError("NOT_FOUND");
  const { name, makerName, unitPrice: price, sku } = goods;
  return (columns) => layoutLabels({ name, makerName, price, sku }, run.qty, columns);
}

/** What a person knows waiting labels by: the goods and how many. */
export function labelName(db: ReadDb, runId: string): string | null {
  const run = labelRunById(db, runId);
  const name = run === null ? null : productName(db, run.productId);
  return run === null || name === null ? null : `${name} (${run.qty})`;
}
