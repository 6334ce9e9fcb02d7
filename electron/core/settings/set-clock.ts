import { AppError } from "../../../shared/contract/errors.ts";
import type { SetClockInput } from "../../../shared/contract/settings.ts";
import { instantText } from "../../../shared/domain/period.ts";
import { clockSubject } from "../../../shared/domain/setting.ts";
import { once } from "../command.ts";
import type { Till } from "../context.ts";
import { clockJump, saveClockJump } from "../db/stores/clock-jump.ts";
import { saveClockSet } from "../db/stores/clock-set.ts";
import { journalHead } from "../db/stores/journal.ts";
import { allowedBy } from "../staff/approval.ts";

/**
 * Takes a supervisor's word for what time it is, until the centre is heard; entries before it do not
 * hold the clock any more.
 * Fails with: NOT_LOGGED_IN, NOT_ALLOWED while the centre's time is known, APPROVAL_NEEDED {action},
 * APPROVAL_INVALID {action}, COMMAND_REUSED.
 */
export function setClock(till: Till, { commandId, offsetMs, approvalId }: SetClockInput): void {
  const { cashierId: actorId } = till.session.require();
  let undo = (): void => undefined;
  const change = (): boolean =>
    till.file.commit((db) => {
      const lastAt = journalHead(db)?.at ?? null;
      const shown = till.clock.read(lastAt);
      const command = { commandId, procedure: "clock.set", content: { offsetMs }, at: shown.at };
      const { repeated } = once(db, command, () => {
        if (shown.state === "CENTRE") throw new AppError("NOT_ALLOWED");
        const scope = { action: "CLOCK", subject: clockSubject(offsetMs), amount: 0 } as const;
        const approval = allowedBy(till, { ...scope, approvalId });
        undo = till.clock.set(offsetMs, lastAt);
        const { seq } = till.journal().write(db, {
          actorId,
          commandId,
          build: (head) => ({
            v: 1,
            kind: "CLOCK_SET",
            ...head,
            ...(approval === null ? {} : { approval }),
            was: instantText(shown.at),
          }),
        });
        saveClockSet(db, { seq, offsetMs });
        saveClockJump(db, { ...clockJump(db), doubted: false });
        return commandId;
      });
      return !repeated;
    });
  try {
    if (change()) till.entryWritten();
  } catch (error) {
    undo();
    throw error;
  }
  till.changed();
}
