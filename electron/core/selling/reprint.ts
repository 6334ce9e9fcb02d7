import type { SaleView } from "../../../shared/contract/till-state.ts";
import { once } from "../command.ts";
import type { Till } from "../context.ts";
import { journalHead } from "../db/stores/journal.ts";
import { failedJobs } from "../db/stores/print-job.ts";
import { queueCopy } from "./print-copy.ts";
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
      const document = { kind: "SALE", ref: saleId } as const;
      queueCopy(till, db, { document, commandId, actorId: staff.cashierId });
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

/** Prints what waits, and a copy of each document whose print failed. Fails with: NOT_LOGGED_IN. */
export function retryPrinting(till: Till): { queued: number } {
  const staff = till.session.require();
  const queued = till.file.commit((db) => {
    const jobs = failedJobs(db);
    for (const { document } of jobs) {
      queueCopy(till, db, { document, commandId: till.newId(), actorId: staff.cashierId });
    }
    return jobs.length;
  });
  if (queued > 0) till.entryWritten();
  till.receiptQueued(false);
  till.changed();
  return { queued };
}
