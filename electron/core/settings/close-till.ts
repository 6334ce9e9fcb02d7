import type { CloseTillInput } from "../../../shared/contract/close-till.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import { tillSubject } from "../../../shared/domain/setting.ts";
import { once } from "../command.ts";
import type { Till } from "../context.ts";
import type { ReadDb } from "../db/database.ts";
import { counter } from "../db/stores/counter.ts";
import { heldCartCount } from "../db/stores/held-cart.ts";
import { journalHead, unsent } from "../db/stores/journal.ts";
import { openShift } from "../db/stores/shift.ts";
import { isWorthKeeping } from "../selling/hold.ts";
import { openCart } from "../selling/open-cart.ts";
import { allowedBy } from "../staff/approval.ts";

/**
 * Takes the till out of service, for good: its last entry states the running sums, and it sells no more.
 * Fails with: NOT_LOGGED_IN, SHIFT_OPEN, CLOSE_CART, CLOSE_UNSENT {count}, KEY_UNAVAILABLE,
 * TILL_CLOSED, APPROVAL_NEEDED {action}, APPROVAL_INVALID {action}, COMMAND_REUSED.
 */
export function closeTill(till: Till, { commandId, approvalId }: CloseTillInput): void {
  const { cashierId: actorId } = till.session.require();
  const { outletId, certificate } = till.identity();
  const { repeated } = till.file.commit((db) => {
    const { at } = till.clock.read(journalHead(db)?.at ?? null);
    return once(db, { commandId, procedure: "till.close", content: {}, at }, () => {
      requireIdle(till, db, outletId);
      const subject = tillSubject(certificate);
      const approval = allowedBy(till, { action: "CLOSE_TILL", subject, amount: 0, approvalId });
      const { turnover, reversals } = counter(db);
      till.journal().write(db, {
        actorId,
        commandId,
        build: (head) => ({
          v: 1,
          kind: "TILL_CLOSED",
          ...head,
          ...(approval === null ? {} : { approval }),
          turnover,
          reversals,
        }),
      });
      return commandId;
    });
  });
  if (!repeated) {
    till.session.end();
    till.entryWritten();
  }
  till.changed();
}

/** Nothing may be left behind that only this till knows. */
function requireIdle(till: Till, db: ReadDb, outletId: string): void {
  if (openShift(db) !== null) throw new AppError("SHIFT_OPEN");
  if (heldCartCount(db) > 0 || isWorthKeeping(openCart(db, outletId))) {
    throw new AppError("CLOSE_CART");
  }
  const { count } = unsent(db);
  if (count > 0) throw new AppError("CLOSE_UNSENT", { details: { count } });
  // The last entry must be one that nothing need vouch for.
  if (till.keys() === null) throw new AppError("KEY_UNAVAILABLE");
}
