import type { ShiftClosedBody } from "../../../shared/contract/journal-bodies.ts";
import { type ShiftEntry, sealedText, sumShift } from "../../../shared/domain/shift.ts";
import { sha256Hex } from "../keys/digest.ts";
import type { ParsedBody } from "./parse-body.ts";

/** What a till's open shift came to by its own entries. */
export type ShiftSoFar = {
  readonly shiftId: string;
  readonly float: number;
  readonly entries: readonly ShiftEntry[];
};

/** The kinds that open a shift, end it, or move its money. */
export const SHIFT_KINDS = [
  "SHIFT_OPENED",
  "SHIFT_CLOSED",
  "SALE",
  "RETURN",
  "VOID",
  "CASH_MOVED",
] as const;

const OF_SHIFT: ReadonlySet<unknown> = new Set(SHIFT_KINDS);

/**
 * The shift after one more entry; null while none is open, or while one of its entries could not be
 * read, so that nobody can say what it came to.
 */
export function shiftAfter(shift: ShiftSoFar | null, parsed: ParsedBody): ShiftSoFar | null {
  if (parsed.state === "UNREADABLE") {
    return parsed.kind === null || OF_SHIFT.has(parsed.kind) ? null : shift;
  }
  const body = parsed.known;
  switch (body?.kind) {
    case "SHIFT_OPENED":
      return { shiftId: body.shiftId, float: body.float, entries: [] };
    case "SHIFT_CLOSED":
      return null;
    case "SALE":
    case "RETURN":
    case "VOID":
    case "CASH_MOVED":
      return shift === null ? null : { ...shift, entries: [...shift.entries, body] };
    default:
      return shift;
  }
}

/** Whether a Z report is what the entries of its shift come to; a shift not known whole is believed. */
export function isShiftSum(body: ShiftClosedBody, shift: ShiftSoFar | null): boolean {
  if (shift === null) return true;
  const sums = sumShift(shift.float, shift.entries);
  const said: typeof sums = {
    float: body.float,
    cashSales: body.cashSales,
    cashIn: body.cashIn,
    cashOut: body.cashOut,
    cashRefunds: body.cashRefunds,
    expected: body.expected,
    sales: body.sales,
    returns: body.returns,
    voids: body.voids,
  };
  const ids = shift.entries.flatMap((entry) => (entry.kind === "SALE" ? [entry.saleId] : []));
  return (
    body.shiftId === shift.shiftId &&
    JSON.stringify(said) === JSON.stringify(sums) &&
    body.sealed.hash === sha256Hex(sealedText(ids))
  );
}
