import type { ReversalView, SaleDetailView } from "../../../shared/contract/after-sale.ts";
import type { Till } from "../context.ts";
import type { ReadDb } from "../db/database.ts";
import { cashierById } from "../db/stores/cashier.ts";
import { newestCopy, printStanding } from "../db/stores/print-job.ts";
import {
  type ReversalRow,
  refundsOf,
  reversalGoods,
  reversalsOf,
  type SoldLineRow,
  soldLines,
  tendersOf,
} from "../db/stores/reversal.ts";
import { type SaleRow, saleById } from "../db/stores/sale.ts";
import { historyRows, saleShift } from "../db/stores/sale-history.ts";
import { openShift } from "../db/stores/shift.ts";
import { standingOf } from "../selling/person.ts";
import { receiptOf } from "../selling/receipt.ts";
import { formerSaleDetail } from "./former-detail.ts";
import { historyRow } from "./history.ts";

/** Everything of one sale, and what may still be done with it. Fails with: NOT_LOGGED_IN, NOT_FOUND. */
export function saleDetail(till: Till, saleId: string): SaleDetailView {
  till.session.require();
  const db = till.file.db();
  const sale = saleById(db, saleId);
  const [row] = historyRows(db, [saleId]);
  if (sale === null || row === undefined) return formerSaleDetail(till, saleId);
  const receipt = receiptOf(till, saleId, 0);
  const lines = soldLines(db, saleId);
  const reversals = reversalsOf(db, saleId);
  return {
    ...historyRow(till, row),
    cashierName: receipt.cashierName,
    nipLast4: receipt.buyer?.nipLast4 ?? null,
    officeName: receipt.buyer?.officeName ?? null,
    month: standingOf(db, sale),
    counted: sale.counted,
    change: sale.change,
    code: receipt.code,
    signed: !receipt.unsigned,
    receiptUrl: receipt.qrUrl,
    printErrorCode: printStanding(db, { kind: "SALE", ref: saleId })?.errorCode ?? null,
    copies: sale.copies,
    lines: lines.map(lineView),
    tenders: tendersOf(db, saleId),
    reversals: reversals.map((reversal) => reversalView(db, reversal)),
    ...allowed(db, sale, { lines, reversals }),
  };
}

function allowed(
  db: ReadDb,
  sale: SaleRow,
  now: { readonly lines: readonly SoldLineRow[]; readonly reversals: readonly ReversalRow[] },
): Pick<SaleDetailView, "mayVoid" | "mayReturn"> {
  const shift = openShift(db);
  const ofShift = shift !== null && saleShift(db, sale.saleId) === shift.shiftId;
  const isVoided = now.reversals.some(({ kind }) => kind === "VOID");
  const isLeft = now.lines.some((line) => line.returnedQty < line.qty);
  return {
    mayVoid: ofShift && now.reversals.length === 0,
    mayReturn: shift !== null && !isVoided && isLeft,
  };
}

function lineView(line: SoldLineRow): SaleDetailView["lines"][number] {
  const { no, name, makerName, qty, unitPrice, net, mayCount, returnedQty } = line;
  return { no, name, makerName, qty, unitPrice, net, mayCount: mayCount === 1, returnedQty };
}

function reversalView(db: ReadDb, row: ReversalRow): ReversalView {
  const { reversalId, kind, number, at, reason, total, approverId } = row;
  const approver = approverId === null ? null : cashierById(db, approverId);
  return {
    reversalId,
    kind,
    number,
    at,
    cashierName: cashierById(db, row.cashierId)?.name ?? "",
    approverName: approver?.name ?? null,
    reason,
    alone: row.alone === 1,
    total,
    refunds: refundsOf(db, reversalId),
    lines: reversalGoods(db, reversalId).map(({ name, qty, refund, condition }) => {
      return { name, qty, refund, condition };
    }),
    copies: newestCopy(db, { kind, ref: reversalId }) ?? 0,
  };
}
