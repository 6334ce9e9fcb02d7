import { AppError } from "../../../shared/contract/errors.ts";
import type { EnterTrainingInput } from "../../../shared/contract/training.ts";
import { once } from "../command.ts";
import type { Till } from "../context.ts";
import type { WriteDb } from "../db/database.ts";
import { journalHead } from "../db/stores/journal.ts";
import { openShift } from "../db/stores/shift.ts";
import { deleteTraining, insertTraining, training } from "../db/stores/training.ts";
import { sha256Hex } from "../keys/ed25519.ts";
import { startCart } from "../selling/open-cart.ts";
import { type Approval, allowedBy } from "../staff/approval.ts";

/**
 * Begins training by a supervisor's right or approval: the open cart is put aside as it is, and what
 * is sold from here on is only to learn. While there is training already, nothing changes.
 * Fails with: NOT_LOGGED_IN, NO_SHIFT, APPROVAL_NEEDED {action}, APPROVAL_INVALID {action},
 * COMMAND_REUSED.
 */
export function enterTraining(till: Till, { commandId, approvalId }: EnterTrainingInput): void {
  const { cashierId: actorId } = till.session.require();
  command(till, { commandId, procedure: "training.enter" }, (db, at) => {
    const shift = openShift(db);
    if (shift === null) throw new AppError("NO_SHIFT");
    if (training(db) !== null) return;
    const scope = { action: "TRAINING", subject: shift.shiftId, amount: 0 } as const;
    const approval = allowedBy(till, { ...scope, approvalId });
    insertTraining(db, { since: at, afterSeq: journalHead(db)?.seq ?? 0 });
    startCart(db, till.newId());
    journalTraining(till, db, { actorId, commandId, value: 1, approval });
  });
}

/**
 * Ends training: the cart that was put aside is the open one again, the training cart is gone. Anybody
 * at the till may: going back to what is real needs no leave.
 * Fails with: NOT_LOGGED_IN, COMMAND_REUSED.
 */
export function leaveTraining(till: Till, { commandId }: { readonly commandId: string }): void {
  const { cashierId: actorId } = till.session.require();
  command(till, { commandId, procedure: "training.leave" }, (db) => {
    if (training(db) !== null) endTraining(till, db, { actorId, commandId });
  });
}

/** Ends a training that a crash or restart broke off: nobody finds a till in it without having asked. */
export function endBrokenOffTraining(till: Till): void {
  if (training(till.file.db()) === null) return;
  const by = { actorId: till.identity().tillId, commandId: till.newId() };
  till.file.commit((db) => endTraining(till, db, by));
}

type By = { readonly actorId: string; readonly commandId: string };

function endTraining(till: Till, db: WriteDb, by: By): void {
  deleteTraining(db);
  journalTraining(till, db, { ...by, value: 0, approval: null });
}

function journalTraining(
  till: Till,
  db: WriteDb,
  entry: By & { readonly value: 0 | 1; readonly approval: Approval | null },
): void {
  const { actorId, commandId, value, approval } = entry;
  till.journal().write(db, {
    actorId,
    commandId,
    build: (head) => ({
      v: 1,
      kind: "SETTING_CHANGED",
      ...head,
      ...(approval === null ? {} : { approval }),
      name: "TRAINING",
      hash: sha256Hex(String(value)),
      value,
    }),
  });
}

function command(
  till: Till,
  { commandId, procedure }: { readonly commandId: string; readonly procedure: string },
  work: (db: WriteDb, at: number) => void,
): void {
  const { repeated } = till.file.commit((db) => {
    const { at } = till.clock.read(journalHead(db)?.at ?? null);
    return once(db, { commandId, procedure, content: {}, at }, () => {
      work(db, at);
      return commandId;
    });
  });
  if (!repeated) till.entryWritten();
  till.changed();
}
