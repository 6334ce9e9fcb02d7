import { AppError } from "../../../shared/contract/errors.ts";
import type { SaleView } from "../../../shared/contract/till-state.ts";
import { once } from "../command.ts";
import type { Till } from "../context.ts";
import type { WriteDb } from "../db/database.ts";
import { journalHead } from "../db/stores/journal.ts";
import { insertPrintJob, salesNotPrinted } from "../db/stores/print-job.ts";
import { saleById, setCopies } from "../db/stores/sale.ts";
import { saleViewById } from "./sale-view.ts";

/**
 * Prints a sale's receipt once more, marked SALINAN n and journalled.
 * Fails with: NOT_LOGGED_IN, NOT_FOUND, COMMAND_REUSED.
 */
export function reprint(
  till: Till,
  input: { readonly commandId: string; readonly saleId: string },
): SaleView {
  const staff = till.session.require();
  const { commandId, saleId } = input;
  const outcome = till.file.commit((db) => {
    const { at } = till.clock.read(journalHead(db)?.at ?? null);
    const command = { commandId, procedure: "sale.reprint", content: { saleId }, at };
    return once(db, command, () => {
      queueCopy(till, db, { saleId, commandId, actorId: staff.cashierId });
      return saleId;
    });
  });
  if (!outcome.repeated) {
    till.entryWritten();
    till.receiptQueued(false);
  }
  till.changed();
  return saleViewById(till, outcome.result);
}

/** Prints what waits, and a copy of each receipt whose print failed. Fails with: NOT_LOGGED_IN. */
export function retryPrinting(till: Till): { queued: number } {
  const staff = till.session.require();
  const queued = till.file.commit((db) => {
    const sales = salesNotPrinted(db);
    for (const saleId of sales) {
      queueCopy(till, db, { saleId, commandId: till.newId(), actorId: staff.cashierId });
    }
    return sales.length;
  });
  if (queued > 0) till.entryWritten();
  till.receiptQueued(false);
  till.changed();
  return { queued };
}

function queueCopy(
  till: Till,
  db: WriteDb,
  by: { readonly saleId: string; readonly commandId: string; readonly actorId: string },
): void {
  const { saleId, commandId, actorId } = by;
  const sale = saleById(db, saleId);
  if (sale === null) throw new AppError("NOT_FOUND");
  const copy = sale.copies + 1;
  const { at } = till.journal().write(db, {
    actorId,
    commandId,
    build: (head) => ({ v: 1, kind: "REPRINTED", ...head, saleId, number: sale.number, copy }),
  });
  setCopies(db, saleId, copy);
  insertPrintJob(db, { jobId: till.newId(), saleId, copy, at });
}
