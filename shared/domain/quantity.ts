import { MAX_QTY } from "./money.ts";
import { err, ok, type Result } from "./result.ts";

export type QtyCode = "QTY_ZERO" | "QTY_NEGATIVE" | "QTY_NOT_WHOLE" | "QTY_TOO_LARGE";

/** A quantity of pieces, 1 to 9,999; each kind of wrong number has its own code. */
export function checkQty(qty: number): Result<number, QtyCode> {
  if (Number.isNaN(qty)) return err("QTY_NOT_WHOLE");
  if (qty === 0) return err("QTY_ZERO");
  if (qty < 0) return err("QTY_NEGATIVE");
  if (qty > MAX_QTY) return err("QTY_TOO_LARGE");
  return Number.isInteger(qty) ? ok(qty) : err("QTY_NOT_WHOLE");
}
