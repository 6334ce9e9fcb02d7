import type { MoveCashInput, OpenDrawerInput } from "../../../shared/contract/shift.ts";
import { checkCashMove } from "../../../shared/domain/shift.ts";
import { once } from "../command.ts";
import type { Till } from "../context.ts";
import { journalHead } from "../db/stores/journal.ts";
import { insertPrintJob } from "../db/stores/print-job.ts";
import { valueOf } from "../selling/result.ts";
import { takeApproval } from "../staff/approval.ts";
import { draftPrivate, privateNote } from "./private-note.ts";
import { requireShift } from "./report.ts";

/**
 * Journals cash put into or taken out of the drawer, opens it, and prints a slip to sign.
 * Fails with: NOT_LOGGED_IN, NO_SHIFT, CASH_MOVE_INVALID, NOTE_NEEDED, COMMAND_REUSED.
 */
export function moveCash(till: Till, input: MoveCashInput): void {
  const staff = till.session.require();
  const { commandId, direction, reason, note } = input;
  const amount = valueOf(checkCashMove(input.amount));
  const kept = privateNote(till, input);
  const outcome = till.file.commit((db) => {
    const { at } = till.clock.read(journalHead(db)?.at ?? null);
    const content = { direction, amount, reason, note };
    return once(db, { commandId, procedure: "shift.moveCash", content, at }, () => {
      const { shiftId } = requireShift(db);
      const entry = till.journal().write(db, {
        actorId: staff.cashierId,
        commandId,
        ...draftPrivate(kept),
        build: (head) => ({
          v: 1,
          kind: "CASH_MOVED",
          ...head,
          shiftId,
          direction,
          amount,
          reason,
          privateHash: kept?.hash ?? null,
        }),
      });
      const ref = String(entry.seq);
      const document = { kind: "CASH", ref } as const;
      insertPrintJob(db, { jobId: till.newId(), document, copy: 0, at: entry.at });
      return ref;
    });
  });
  if (!outcome.repeated) {
    till.entryWritten();
    till.receiptQueued(true);
  }
  till.changed();
}

/**
 * Opens the drawer without a sale, as a supervisor allowed for this shift.
 * Fails with: NOT_LOGGED_IN, NO_SHIFT, NOTE_NEEDED, APPROVAL_NEEDED, APPROVAL_INVALID, COMMAND_REUSED.
 */
export function openDrawer(till: Till, input: OpenDrawerInput): void {
  const staff = till.session.require();
  const { commandId, reason, note, approvalId } = input;
  const kept = privateNote(till, input);
  const outcome = till.file.commit((db) => {
    const { at } = till.clock.read(journalHead(db)?.at ?? null);
    const content = { reason, note };
    return once(db, { commandId, procedure: "shift.openDrawer", content, at }, () => {
      const { shiftId } = requireShift(db);
      const scope = { action: "DRAWER", subject: shiftId, amount: 0 } as const;
      const approval = takeApproval(till, { ...scope, approvalId });
      till.journal().write(db, {
        actorId: staff.cashierId,
        commandId,
        ...draftPrivate(kept),
        build: (head) => ({
          v: 1,
          kind: "DRAWER_OPENED",
          ...head,
          approval,
          shiftId,
          reason,
          privateHash: kept?.hash ?? null,
        }),
      });
      return shiftId;
    });
  });
  if (!outcome.repeated) {
    till.entryWritten();
    till.receiptQueued(true);
  }
  till.changed();
}
