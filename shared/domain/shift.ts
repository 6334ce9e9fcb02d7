import { isRupiah, type Rupiah } from "./money.ts";
import { err, ok, type Result } from "./result.ts";

/** The most cash a shift may start with. */
export const MAX_FLOAT = 100_000_000;

/** The cash a shift starts with: whole rupiah, 0 to 100,000,000. */
export function checkFloat(float: number): Result<Rupiah, "FLOAT_INVALID"> {
  return isRupiah(float) && float <= MAX_FLOAT ? ok(float) : err("FLOAT_INVALID");
}

/** Cash put into or taken out of the drawer: whole rupiah, 1 to 100,000,000. */
export function checkCashMove(amount: number): Result<Rupiah, "CASH_MOVE_INVALID"> {
  return isRupiah(amount) && amount >= 1 && amount <= MAX_FLOAT
    ? ok(amount)
    : err("CASH_MOVE_INVALID");
}

export const CASH_DIRECTIONS = ["IN", "OUT"] as const;
export type CashDirection = (typeof CASH_DIRECTIONS)[number];

/** Why cash moved; `OTHER` is explained in words that stay private. */
export const CASH_REASONS = ["CHANGE", "BANK", "EXPENSE", "OTHER"] as const;
export type CashReason = (typeof CASH_REASONS)[number];

/** Why the drawer was opened without a sale. */
export const DRAWER_REASONS = ["CHANGE", "CHECK", "OTHER"] as const;
export type DrawerReason = (typeof DRAWER_REASONS)[number];

/** What the cashier believes a difference comes from. */
export const DIFFERENCE_REASONS = ["WRONG_CHANGE", "UNRECORDED", "UNKNOWN", "OTHER"] as const;
export type DifferenceReason = (typeof DIFFERENCE_REASONS)[number];

/** What a till can be told to wait without input before it locks itself. */
export const IDLE_LOCK_MINUTES = [1, 2, 5, 10, 15, 30] as const;

/** Notes and coins in rupiah, the largest first. */
export const DENOMINATIONS = [
  100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100,
] as const;

/** So many pieces of one value. Rp1.000 is a note as well as a coin. */
export type CashCount = { value: number; pieces: number };

const MAX_PIECES = 99_999;

/**
 * Puts a count into the order of the denominations, without those nobody counted a piece of.
 * Fails with: CASH_COUNT_INVALID for a value that is none, one named twice, or pieces not 0-99,999.
 */
export function checkCashCount(
  counts: readonly CashCount[],
): Result<{ counts: CashCount[]; total: Rupiah }, "CASH_COUNT_INVALID"> {
  const values = new Set(counts.map(({ value }) => value));
  const known = counts.every(({ value }) => DENOMINATIONS.some((known) => known === value));
  const whole = counts.every(({ pieces }) => isRupiah(pieces) && pieces <= MAX_PIECES);
  if (!known || !whole || values.size !== counts.length) return err("CASH_COUNT_INVALID");
  const sorted = counts
    .filter(({ pieces }) => pieces > 0)
    .map(({ value, pieces }) => ({ value, pieces }))
    .sort((a, b) => b.value - a.value);
  const total = sorted.reduce((sum, { value, pieces }) => sum + value * pieces, 0);
  return isRupiah(total) ? ok({ counts: sorted, total }) : err("CASH_COUNT_INVALID");
}

export const TENDER_KINDS = ["CASH", "QRIS", "TRANSFER", "CARD"] as const;
type TenderSum = { readonly kind: (typeof TENDER_KINDS)[number]; readonly amount: number };

/** What the entries of a shift say of its money. */
export type ShiftEntry =
  | {
      readonly kind: "SALE";
      readonly saleId: string;
      readonly total: number;
      readonly tenders: readonly TenderSum[];
      readonly change: number;
      readonly lines: readonly { readonly lineDiscount: number; readonly saleDiscount: number }[];
    }
  | {
      readonly kind: "RETURN" | "VOID";
      readonly total: number;
      readonly refunds: readonly TenderSum[];
    }
  | { readonly kind: "CASH_MOVED"; readonly direction: CashDirection; readonly amount: number };

export type ByTender = Record<(typeof TENDER_KINDS)[number], number>;

/** A shift in figures, all rupiah but the counts. `expected` below 0: more went out than came in. */
export type ShiftFigures = {
  float: number;
  /** cash kept of sales: tendered less change */
  cashSales: number;
  cashIn: number;
  cashOut: number;
  /** cash handed back for returns and voids */
  cashRefunds: number;
  expected: number;
  /** `byTender` is what stayed of each kind: it sums to `total` */
  sales: { count: number; total: number; byTender: ByTender; discounts: number };
  returns: { count: number; total: number };
  voids: { count: number; total: number };
};

/** Adds a shift's entries up. A voided sale stays in `sales`; what was handed back is in `voids`. */
export function sumShift(float: number, entries: readonly ShiftEntry[]): ShiftFigures {
  const sum: ShiftFigures = {
    float,
    cashSales: 0,
    cashIn: 0,
    cashOut: 0,
    cashRefunds: 0,
    expected: 0,
    sales: {
      count: 0,
      total: 0,
      byTender: { CASH: 0, QRIS: 0, TRANSFER: 0, CARD: 0 },
      discounts: 0,
    },
    returns: { count: 0, total: 0 },
    voids: { count: 0, total: 0 },
  };
  for (const entry of entries) add(sum, entry);
  sum.cashSales = sum.sales.byTender.CASH;
  sum.expected = expectedCash(sum);
  return sum;
}

function add(sum: ShiftFigures, entry: ShiftEntry): void {
  switch (entry.kind) {
    case "SALE":
      return addSale(sum, entry);
    case "RETURN":
    case "VOID": {
      const taken = entry.kind === "VOID" ? sum.voids : sum.returns;
      taken.count += 1;
      taken.total += entry.total;
      for (const { kind, amount } of entry.refunds) if (kind === "CASH") sum.cashRefunds += amount;
      return;
    }
    case "CASH_MOVED":
      if (entry.direction === "IN") sum.cashIn += entry.amount;
      else sum.cashOut += entry.amount;
  }
}

function addSale({ sales }: ShiftFigures, sale: Extract<ShiftEntry, { kind: "SALE" }>): void {
  sales.count += 1;
  sales.total += sale.total;
  for (const { kind, amount } of sale.tenders) sales.byTender[kind] += amount;
  sales.byTender.CASH -= sale.change;
  for (const { lineDiscount, saleDiscount } of sale.lines) {
    sales.discounts += lineDiscount + saleDiscount;
  }
}

/** The cash that should lie in the drawer. */
function expectedCash(
  sum: Pick<ShiftFigures, "float" | "cashSales" | "cashIn" | "cashOut" | "cashRefunds">,
): number {
  return sum.float + sum.cashSales + sum.cashIn - sum.cashOut - sum.cashRefunds;
}

/** The part of a SHIFT_CLOSED body whose figures must agree. */
export type ShiftClosedSums = Omit<ShiftFigures, "sales"> & {
  readonly sales: Omit<ShiftFigures["sales"], "byTender"> & { readonly byTender: ByTender };
  readonly counts: readonly CashCount[];
  readonly counted: number;
  readonly difference: number;
  readonly reason: DifferenceReason | null;
  readonly sealed: { readonly count: number };
};

/** Whether the figures of a closed shift agree with each other. Fails with: ENTRY_SUMS. */
export function checkShiftSums(body: ShiftClosedSums): Result<true, "ENTRY_SUMS"> {
  const count = checkCashCount(body.counts);
  const { total, byTender } = body.sales;
  const holds =
    count.ok &&
    JSON.stringify(count.value.counts) === JSON.stringify(body.counts) &&
    count.value.total === body.counted &&
    body.expected === expectedCash(body) &&
    body.difference === body.counted - body.expected &&
    (body.difference === 0) === (body.reason === null) &&
    TENDER_KINDS.reduce((sum, kind) => sum + byTender[kind], 0) === total &&
    body.cashSales === byTender.CASH &&
    body.sealed.count === body.sales.count;
  return holds ? ok(true) : err("ENTRY_SUMS");
}

/** What a Z report seals: its sales' ids in order, one a line. */
export function sealedText(saleIds: readonly string[]): string {
  return saleIds.join("\n");
}
