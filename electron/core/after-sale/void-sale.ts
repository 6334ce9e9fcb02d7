import type { SaleDetailView, VoidInput } from "../../../shared/contract/after-sale.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import type { VoidBody } from "../../../shared/contract/journal-bodies.ts";
import { instantMs, periodOf } from "../../../shared/domain/period.ts";
import { voidRefunds } from "../../../shared/domain/return.ts";
import { once } from "../command.ts";
import type { Till } from "../context.ts";
import type { WriteDb } from "../db/database.ts";
import { countReversal, counter } from "../db/stores/counter.ts";
import { journalHead } from "../db/stores/journal.ts";
import { insertPrintJob } from "../db/stores/print-job.ts";
import {
  insertReversal,
  refundsOf,
  soldLines,
  takeBack,
  tendersOf,
} from "../db/stores/reversal.ts";
import { saleShift } from "../db/stores/sale-history.ts";
import { openShift } from "../db/stores/shift.ts";
import type { Entry } from "../journal/journal.ts";
import { type Approval, takeApproval } from "../staff/approval.ts";
import type { Staff } from "../staff/session.ts";
import { monthAfter, type Original, originalOf } from "./original.ts";
import { saleDetail } from "./sale-detail.ts";

/** Without a second person the reason is written out, in so many letters at least. */
const NOTE_LETTERS = 5;

/**
 * Undoes a whole sale of the open shift: entry, goods back on the shelf, money by the way it came,
 * the buyer's month, the slip to print and the command's result are one transaction. A second person
 * approves; where none can be reached it is marked SATU_ORANG and needs a note.
 * Fails with: NOT_LOGGED_IN, NO_SHIFT, NOT_FOUND, SALE_VOIDED, SALE_RETURNED, VOID_OTHER_SHIFT,
 * VOID_NOTE_NEEDED, APPROVAL_INVALID, COMMAND_REUSED, DB_*.
 */
export function voidSale(till: Till, input: VoidInput): SaleDetailView {
  const staff = till.session.require();
  const { commandId, saleId, reason, approvalId, note } = input;
  const outcome = till.file.commit((db) => {
    const { at } = till.clock.read(journalHead(db)?.at ?? null);
    const content = { saleId, reason, alone: approvalId === null, note };
    return once(db, { commandId, procedure: "history.void", content, at }, () =>
      undo(till, db, { staff, input }),
    );
  });
  if (!outcome.repeated) {
    till.entryWritten();
    till.receiptQueued(paysCash(till, outcome.result));
  }
  till.changed();
  return saleDetail(till, saleId);
}

/** Nobody opens a drawer for money that goes back another way. */
function paysCash(till: Till, reversalId: string): boolean {
  const refunds = refundsOf(till.file.db(), reversalId);
  return refunds.some(({ kind, amount }) => kind === "CASH" && amount > 0);
}

type Asked = { readonly staff: Staff; readonly input: VoidInput };

function undo(till: Till, db: WriteDb, { staff, input }: Asked): string {
  const original = originalOf(till, db, input.saleId);
  const shiftId = checkVoid(db, original);
  const approval = approvalOf(till, original, input);
  const entry = writeVoid(till, db, { staff, input, original, shiftId, approval });
  const { sale } = original;
  const reversalId = till.newId();
  const month = monthAfter(db, sale, sale.counted);
  insertReversal(db, { reversalId, seq: entry.seq, at: entry.at, body: entry.body, sale, month });
  countReversal(db, counter(db).receipt, entry.body.reversals);
  const { outletId } = till.identity();
  for (const { no, productId, qty } of soldLines(db, sale.saleId)) {
    takeBack(db, outletId, { seq: entry.seq, no, productId, qty });
  }
  const document = { kind: "VOID", ref: reversalId } as const;
  insertPrintJob(db, { jobId: till.newId(), document, copy: 0, at: entry.at });
  return reversalId;
}

function checkVoid(db: WriteDb, { sale, reversals }: Original): string {
  const shift = openShift(db);
  if (shift === null) throw new AppError("NO_SHIFT");
  if (reversals.length > 0) throw new AppError("SALE_RETURNED");
  if (saleShift(db, sale.saleId) !== shift.shiftId) throw new AppError("VOID_OTHER_SHIFT");
  return shift.shiftId;
}

/** Null: one person alone, who said why. */
function approvalOf(till: Till, { sale }: Original, input: VoidInput): Approval | null {
  const { approvalId, note } = input;
  if (approvalId !== null) {
    const scope = { action: "VOID", subject: sale.saleId, amount: sale.total } as const;
    return takeApproval(till, { approvalId, ...scope });
  }
  if (note.trim().length < NOTE_LETTERS) throw new AppError("VOID_NOTE_NEEDED");
  return null;
}

function writeVoid(
  till: Till,
  db: WriteDb,
  by: Asked & {
    readonly original: Original;
    readonly shiftId: string;
    readonly approval: Approval | null;
  },
): Entry<VoidBody> {
  const { original, input, approval, shiftId } = by;
  const { sale } = original;
  const note = input.note.trim();
  const kept = note === "" || till.keys() === null ? null : till.journal().privateOf({ note });
  const before = counter(db);
  return till.journal().write<VoidBody>(db, {
    actorId: by.staff.cashierId,
    commandId: input.commandId,
    ...(kept === null ? {} : { privateText: kept.text }),
    build: (head) => ({
      v: 1,
      kind: "VOID",
      ...head,
      ...(approval === null ? {} : { approval }),
      original: original.body,
      reason: input.reason,
      alone: approval === null,
      period: periodOf(instantMs(head.at)),
      shiftId,
      refunds: voidRefunds(tendersOf(db, sale.saleId), sale.change),
      total: sale.total,
      counted: sale.counted,
      turnover: before.turnover,
      reversals: before.reversals + sale.total,
      privateHash: kept?.hash ?? null,
    }),
  });
}
