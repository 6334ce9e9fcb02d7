import type { z } from "zod";
import type {
  ReturnInput,
  ReturnWishes,
  SaleDetailView,
} from "../../../shared/contract/after-sale.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import type { ReturnBody } from "../../../shared/contract/journal-bodies.ts";
import { instantMs, periodOf } from "../../../shared/domain/period.ts";
import { receiptNumber } from "../../../shared/domain/receipt-number.ts";
import { planReturn, type ReturnPlan } from "../../../shared/domain/return.ts";
import { once } from "../command.ts";
import type { Till } from "../context.ts";
import type { ReadDb, WriteDb } from "../db/database.ts";
import { countReversal, counter } from "../db/stores/counter.ts";
import { journalHead } from "../db/stores/journal.ts";
import { insertPrintJob } from "../db/stores/print-job.ts";
import { insertReversal, insertReversalLines, soldLines, takeBack } from "../db/stores/reversal.ts";
import { openShift } from "../db/stores/shift.ts";
import type { Entry, EntryHead } from "../journal/journal.ts";
import { valueOf } from "../selling/result.ts";
import { type Approval, takeApproval } from "../staff/approval.ts";
import type { Staff } from "../staff/session.ts";
import { monthAfter, type Original, originalOf } from "./original.ts";
import { saleDetail } from "./sale-detail.ts";

type Wishes = z.infer<typeof ReturnWishes>;

/**
 * What a return of these pieces would pay back.
 * Fails with: NOT_LOGGED_IN, NOT_FOUND, SALE_VOIDED, RETURN_EMPTY, RETURN_TOO_MANY, LINE_NOT_FOUND,
 * QTY_NOT_WHOLE.
 */
export function quoteReturn(
  till: Till,
  input: { readonly saleId: string; readonly lines: Wishes },
): { total: number; counted: number } {
  till.session.require();
  const db = till.file.db();
  const { total, counted } = planOf(db, originalOf(till, db, input.saleId), input.lines);
  return { total, counted };
}

/**
 * Takes pieces of a sale of this till's own file back, whenever it was sold: entry with a number of
 * its own, good pieces back on the shelf, the buyer's month, the receipt to print and the command's
 * result are one transaction.
 * Fails with: NOT_LOGGED_IN, NO_SHIFT, NOT_FOUND, SALE_VOIDED, RETURN_*, LINE_NOT_FOUND,
 * QTY_NOT_WHOLE, TOTAL_CHANGED, APPROVAL_NEEDED, APPROVAL_INVALID, COMMAND_REUSED, DB_*.
 */
export function returnGoods(till: Till, input: ReturnInput): SaleDetailView {
  const staff = till.session.require();
  const { commandId, saleId, reason, refundBy, expectedTotal } = input;
  const outcome = till.file.commit((db) => {
    const { at } = till.clock.read(journalHead(db)?.at ?? null);
    const lines = JSON.stringify(input.lines);
    const content = { saleId, reason, refundBy, expectedTotal, lines };
    return once(db, { commandId, procedure: "history.return", content, at }, () =>
      takeGoods(till, db, { staff, input }),
    );
  });
  if (!outcome.repeated) {
    till.entryWritten();
    till.receiptQueued(refundBy === "CASH");
  }
  till.changed();
  return saleDetail(till, saleId);
}

function planOf(db: ReadDb, { sale }: Original, wishes: Wishes): ReturnPlan {
  const lines = soldLines(db, sale.saleId);
  const sold = lines.map((line) => ({ ...line, mayCount: line.mayCount === 1 }));
  return valueOf(planReturn(sold, sale.buyerKind === "ASN", wishes));
}

type Asked = { readonly staff: Staff; readonly input: ReturnInput };

function takeGoods(till: Till, db: WriteDb, { staff, input }: Asked): string {
  const original = originalOf(till, db, input.saleId);
  const shift = openShift(db);
  if (shift === null) throw new AppError("NO_SHIFT");
  const plan = planOf(db, original, input.lines);
  if (plan.total !== input.expectedTotal) throw new AppError("TOTAL_CHANGED");
  const scope = { action: "RETURN", subject: input.saleId, amount: plan.total } as const;
  const approval = takeApproval(till, { approvalId: input.approvalId, ...scope });
  const { shiftId } = shift;
  const entry = writeReturn(till, db, { staff, input, original, plan, approval, shiftId });
  keep(till, db, { entry, original, plan });
  return entry.body.returnId;
}

type Decided = Asked & {
  readonly original: Original;
  readonly plan: ReturnPlan;
  readonly approval: Approval;
  readonly shiftId: string;
};

function writeReturn(till: Till, db: WriteDb, decided: Decided): Entry<ReturnBody> {
  const { receipt, turnover, reversals } = counter(db);
  const figures = { turnover, reversals: reversals + decided.plan.total };
  const returnId = till.newId();
  const { certificate, outletId } = till.identity();
  const { outletCode, tillCode } = certificate;
  const entry = till.journal().write<ReturnBody>(db, {
    actorId: decided.staff.cashierId,
    commandId: decided.input.commandId,
    build: (head) => {
      const atMs = instantMs(head.at);
      const number = receiptNumber({ outletCode, tillCode, atMs, counter: receipt + 1 });
      return returnBody(head, { ...decided, returnId, number, outletId, figures });
    },
    receiptOf: (body) => ({ number: body.number, at: body.at, total: body.total }),
  });
  countReversal(db, receipt + 1, entry.body.reversals);
  return entry;
}

function returnBody(
  head: EntryHead,
  by: Decided & {
    readonly returnId: string;
    readonly number: string;
    readonly outletId: string;
    readonly figures: { readonly turnover: number; readonly reversals: number };
  },
): ReturnBody {
  const { plan, input } = by;
  return {
    v: 1,
    kind: "RETURN",
    ...head,
    approval: by.approval,
    returnId: by.returnId,
    number: by.number,
    original: by.original.body,
    reason: input.reason,
    period: periodOf(instantMs(head.at)),
    shiftId: by.shiftId,
    outletId: by.outletId,
    lines: [...plan.lines],
    refunds: [{ no: 1, kind: input.refundBy, amount: plan.total }],
    total: plan.total,
    counted: plan.counted,
    ...by.figures,
    privateHash: null,
  };
}

/** Keeps the return beside its entry; only pieces in good condition go back on the shelf. */
function keep(
  till: Till,
  db: WriteDb,
  kept: {
    readonly entry: Entry<ReturnBody>;
    readonly original: Original;
    readonly plan: ReturnPlan;
  },
): void {
  const { entry, original, plan } = kept;
  const { sale } = original;
  const { body, seq, at } = entry;
  const { returnId: reversalId } = body;
  const month = monthAfter(db, sale, plan.counted);
  insertReversal(db, { reversalId, seq, at, body, sale, month });
  insertReversalLines(db, reversalId, plan.lines);
  const products = new Map(soldLines(db, sale.saleId).map((line) => [line.no, line.productId]));
  const { outletId } = till.identity();
  for (const [index, { originalNo, qty, condition }] of plan.lines.entries()) {
    const productId = products.get(originalNo);
    if (condition !== "BAIK" || productId === undefined) continue;
    takeBack(db, outletId, { seq, no: index + 1, productId, qty });
  }
  const document = { kind: "RETURN", ref: reversalId } as const;
  insertPrintJob(db, { jobId: till.newId(), document, copy: 0, at });
}
