import { once } from "../command.ts";
import type { Till } from "../context.ts";
import { journalHead } from "../db/stores/journal.ts";
import { queueCopy } from "../selling/print-copy.ts";
import { requireInvoiced } from "./invoice.ts";

/**
 * Queues a kuitansi of a sale to an institution; a further one is marked SALINAN.
 * Fails with: NOT_LOGGED_IN, NOT_FOUND, SALE_VOIDED, SALE_RETURNED, NOT_ALLOWED for another
 * buyer, COMMAND_REUSED.
 */
export function printInvoice(
  till: Till,
  input: { readonly commandId: string; readonly saleId: string },
): void {
  const { cashierId: actorId } = till.session.require();
  const { commandId, saleId } = input;
  const outcome = till.file.commit((db) => {
    const { at } = till.clock.read(journalHead(db)?.at ?? null);
    const command = { commandId, procedure: "history.invoice", content: { saleId }, at };
    return once(db, command, () => {
      requireInvoiced(till, db, saleId);
      const document = { kind: "INVOICE", ref: saleId } as const;
      queueCopy(till, db, { document, commandId, actorId });
      return saleId;
    });
  });
  if (!outcome.repeated) till.receiptQueued(false);
  till.changed();
}
