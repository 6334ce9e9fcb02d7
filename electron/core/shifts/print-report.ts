import { once } from "../command.ts";
import type { Till } from "../context.ts";
import { journalHead } from "../db/stores/journal.ts";
import { insertPrintJob } from "../db/stores/print-job.ts";
import { insertReport } from "../db/stores/shift.ts";
import { queueCopy } from "../selling/print-copy.ts";
import { requireShift, standingOf, zReport } from "./report.ts";

/**
 * Prints the running shift as it stands now; what is printed is kept.
 * Fails with: NOT_LOGGED_IN, NO_SHIFT, COMMAND_REUSED.
 */
export function printX(till: Till, { commandId }: { readonly commandId: string }): void {
  till.session.require();
  till.file.commit((db) => {
    const { at } = till.clock.read(journalHead(db)?.at ?? null);
    once(db, { commandId, procedure: "shift.printX", content: {}, at }, () => {
      const { report } = standingOf(till, db, requireShift(db));
      const { reportId, shiftId } = report;
      insertReport(db, { reportId, shiftId, zNumber: null, at, body: JSON.stringify(report) });
      const document = { kind: "SHIFT_X", ref: reportId } as const;
      insertPrintJob(db, { jobId: till.newId(), document, copy: 0, at });
      return reportId;
    });
  });
  till.receiptQueued(false);
  till.changed();
}

/**
 * Prints a closed shift's report once more, marked as a copy.
 * Fails with: NOT_LOGGED_IN, NOT_FOUND, COMMAND_REUSED.
 */
export function printZ(
  till: Till,
  { commandId, zNumber }: { readonly commandId: string; readonly zNumber: number },
): void {
  const actorId = till.session.require().cashierId;
  till.file.commit((db) => {
    const { at } = till.clock.read(journalHead(db)?.at ?? null);
    once(db, { commandId, procedure: "shift.printZ", content: { zNumber }, at }, () => {
      const { reportId } = zReport(db, zNumber);
      const document = { kind: "SHIFT_Z", ref: reportId } as const;
      queueCopy(till, db, { document, commandId, actorId });
      return reportId;
    });
  });
  till.receiptQueued(false);
  till.changed();
}
