import { AppError } from "../../../shared/contract/errors.ts";
import { checkFloat } from "../../../shared/domain/shift.ts";
import { once } from "../command.ts";
import type { Till } from "../context.ts";
import { journalHead } from "../db/stores/journal.ts";
import { insertShift, openShift } from "../db/stores/shift.ts";
import { valueOf } from "../selling/result.ts";

/**
 * Opens the shift with the cash that lies in the drawer.
 * Fails with: NOT_LOGGED_IN, FLOAT_INVALID, SHIFT_OPEN, COMMAND_REUSED.
 */
export function startShift(
  till: Till,
  input: { readonly commandId: string; readonly float: number },
): { shiftId: string } {
  const staff = till.session.require();
  const float = valueOf(checkFloat(input.float));
  const { commandId } = input;
  const outcome = till.file.commit((db) => {
    const { at } = till.clock.read(journalHead(db)?.at ?? null);
    const command = { commandId, procedure: "shift.open", content: { float }, at };
    return once(db, command, () => {
      if (openShift(db) !== null) throw new AppError("SHIFT_OPEN");
      const shiftId = till.newId();
      const entry = till.journal().write(db, {
        actorId: staff.cashierId,
        commandId,
        build: (head) => ({ v: 1, kind: "SHIFT_OPENED", ...head, shiftId, float }),
      });
      const { seq: openedSeq, at: openedAt } = entry;
      insertShift(db, { shiftId, openedSeq, openedAt, openedBy: staff.cashierId, float });
      return shiftId;
    });
  });
  if (!outcome.repeated) till.entryWritten();
  till.changed();
  return { shiftId: outcome.result };
}
