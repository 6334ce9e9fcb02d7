import { AppError } from "../../../shared/contract/errors.ts";
import { once } from "../command.ts";
import type { Till } from "../context.ts";
import { journalHead } from "../db/stores/journal.ts";
import { reversalById } from "../db/stores/reversal.ts";
import { queueCopy } from "../selling/print-copy.ts";

/**
 * Prints a void slip or return receipt once more, marked SALINAN n.
 * Fails with: NOT_LOGGED_IN, NOT_FOUND, COMMAND_REUSED.
 */
export function reprintReversal(
  till: Till,
  input: { readonly commandId: string; readonly reversalId: string },
): void {
  const { cashierId: actorId } = till.session.require();
  const { commandId, reversalId } = input;
  const outcome = till.file.commit((db) => {
    const { at } = till.clock.read(journalHead(db)?.at ?? null);
    const command = { commandId, procedure: "history.reprint", content: { reversalId }, at };
    return once(db, command, () => {
      const row = reversalById(db, reversalId);
      if (row === null) throw new AppError("NOT_FOUND");
      const document = { kind: row.kind, ref: reversalId } as const;
      queueCopy(till, db, { document, commandId, actorId });
      return reversalId;
    });
  });
  if (!outcome.repeated) {
    till.entryWritten();
    till.receiptQueued(false);
  }
  till.changed();
}
