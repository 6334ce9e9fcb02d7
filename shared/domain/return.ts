import { isRupiah, refundOf, type Rupiah, rupiah } from "./money.ts";
import { err, ok, type Result } from "./result.ts";
import type { TenderKind } from "./sale.ts";

/** What a returned piece is worth to the shelf: only good ones go back to it. */
export const CONDITIONS = ["BAIK", "RUSAK", "KEDALUWARSA"] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Why a sale is undone, and why goods come back. */
export const VOID_REASONS = ["WRONG_GOODS", "WRONG_BUYER", "WRONG_PAYMENT", "BUYER_LEFT"] as const;
export type VoidReason = (typeof VOID_REASONS)[number];
export const RETURN_REASONS = ["DAMAGED", "EXPIRED", "WRONG_GOODS", "CHANGED_MIND"] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** A sold line with what has come back of it so far. `net` and `refunded` are whole rupiah. */
export type ReturnableLine = {
  readonly no: number;
  readonly qty: number;
  readonly net: number;
  readonly mayCount: boolean;
  readonly returnedQty: number;
  readonly refunded: number;
};

/** Pieces of one sold line that come back now. */
export type ReturnWish = {
  readonly no: number;
  readonly qty: number;
  readonly condition: Condition;
};

export type ReturnLine = {
  readonly originalNo: number;
  readonly qty: number;
  readonly refund: Rupiah;
  readonly condition: Condition;
};

export type ReturnPlan = {
  readonly lines: readonly ReturnLine[];
  readonly total: Rupiah;
  /** what of the total had counted towards the buyer's month */
  readonly counted: Rupiah;
};

export type ReturnCode = "RETURN_EMPTY" | "RETURN_TOO_MANY" | "LINE_NOT_FOUND" | "QTY_NOT_WHOLE";

/** Pieces of a line that can still come back. */
export function returnable(line: ReturnableLine): number {
  return Math.max(0, line.qty - line.returnedQty);
}

/** Decides a return of some lines of a sale; a line may come back in several conditions. */
export function planReturn(
  sold: readonly ReturnableLine[],
  forAsn: boolean,
  wishes: readonly ReturnWish[],
): Result<ReturnPlan, ReturnCode> {
  const state = new Map(sold.map((line) => [line.no, line]));
  const lines: ReturnLine[] = [];
  let total = 0;
  let counted = 0;
  for (const { no, qty, condition } of wishes) {
    const line = state.get(no);
    if (line === undefined) return err("LINE_NOT_FOUND");
    if (!Number.isInteger(qty) || qty < 1) return err("QTY_NOT_WHOLE");
    if (qty > returnable(line)) return err("RETURN_TOO_MANY");
    const { returnedQty, refunded } = line;
    const refund = refundOf({
      net: rupiah(line.net),
      qty: line.qty,
      returnedBefore: returnedQty,
      refundedBefore: rupiah(refunded),
      returning: qty,
    });
    lines.push({ originalNo: no, qty, refund, condition });
    state.set(no, { ...line, returnedQty: returnedQty + qty, refunded: refunded + refund });
    total += refund;
    if (forAsn && line.mayCount) counted += refund;
  }
  if (lines.length === 0) return err("RETURN_EMPTY");
  return ok({ lines, total: rupiah(total), counted: rupiah(counted) });
}

export type Refund = { readonly no: number; readonly kind: TenderKind; readonly amount: number };

/** How a voided sale's money goes back: the way it came, cash without the change given. */
export function voidRefunds(
  tenders: readonly { readonly kind: TenderKind; readonly amount: number }[],
  change: number,
): Refund[] {
  let given = change;
  const kept = tenders.flatMap(({ kind, amount }) => {
    const off = kind === "CASH" ? Math.min(given, amount) : 0;
    given -= off;
    return amount > off ? [{ kind, amount: amount - off }] : [];
  });
  const nothing = [{ kind: "CASH" as const, amount: 0 }];
  return (kept.length === 0 ? nothing : kept).map((refund, index) => ({
    no: index + 1,
    ...refund,
  }));
}

/** The figures of a VOID or RETURN body that must agree with each other. */
export type ReversalSums = {
  readonly lines?: readonly { readonly qty: number; readonly refund: number }[];
  readonly refunds: readonly { readonly no: number; readonly amount: number }[];
  readonly total: number;
  readonly counted: number;
  readonly turnover: number;
  readonly reversals: number;
};

/**
 * Whether a reversal's figures agree: lines and money paid back with the total, and the running sums
 * with it: no more can be reversed than was ever sold. Fails with: ENTRY_SUMS.
 */
export function checkReversalSums(body: ReversalSums): Result<true, "ENTRY_SUMS"> {
  const paid = body.refunds.reduce((sum, { amount }) => sum + amount, 0);
  const returned = body.lines?.reduce((sum, { refund }) => sum + refund, 0) ?? body.total;
  const holds =
    body.refunds.length > 0 &&
    body.refunds.every(({ no, amount }, index) => no === index + 1 && isRupiah(amount)) &&
    body.lines?.length !== 0 &&
    paid === body.total &&
    returned === body.total &&
    body.counted <= body.total &&
    body.reversals >= body.total;
  return holds ? ok(true) : err("ENTRY_SUMS");
}
