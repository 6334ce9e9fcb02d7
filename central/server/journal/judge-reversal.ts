import type { ErrorCode } from "../../../shared/contract/errors.ts";
import { instantMs, periodOf } from "../../../shared/domain/period.ts";
import { checkSaleNumber } from "../../../shared/domain/receipt-number.ts";
import { checkReversalSums } from "../../../shared/domain/return.ts";
import type { TillRecord } from "../stores/till.ts";
import type { ReversalBody } from "./reversal-facts.ts";

/** What a reversal is held against: the sale it names, as its own entry says it. */
export type NamedSale = {
  readonly seq: number;
  readonly number: string;
  readonly total: number;
  readonly lines: number;
};

/**
 * Judges a VOID or RETURN apart from its running sums: figures, number or month, and a sale of this
 * till before it. Whether more came back than was sold is for the derivation, which flags it.
 */
export function reversalFault(
  body: ReversalBody,
  at: {
    readonly seq: number;
    readonly counterBefore: number | null;
    readonly till: TillRecord;
    readonly sale: NamedSale | null;
  },
): ErrorCode | null {
  if (!checkReversalSums(body).ok) return "ENTRY_SUMS";
  if (body.kind === "VOID" && body.period !== periodOf(instantMs(body.at))) return "ENTRY_CLOCK";
  if (body.kind === "RETURN" && !numberHolds(body, at)) return "ENTRY_NUMBER";
  return referenceHolds(body, at) ? null : "ENTRY_REFERENCE";
}

function numberHolds(
  body: Extract<ReversalBody, { kind: "RETURN" }>,
  at: { readonly counterBefore: number | null; readonly till: TillRecord },
): boolean {
  const number = checkSaleNumber(body, at.till);
  if (!number.ok) return false;
  return at.counterBefore === null || number.value.counter === at.counterBefore + 1;
}

function referenceHolds(
  body: ReversalBody,
  at: { readonly seq: number; readonly till: TillRecord; readonly sale: NamedSale | null },
): boolean {
  const { sale, till } = at;
  const { original } = body;
  const isNamed =
    sale !== null &&
    original.tillId === till.tillId &&
    original.seq === sale.seq &&
    original.seq < at.seq &&
    original.number === sale.number;
  if (!isNamed) return false;
  if (body.kind === "VOID") {
    return body.total === sale.total && body.alone === (body.approval === undefined);
  }
  const isOurs = body.outletId === till.outletId && body.approval !== undefined;
  return isOurs && body.lines.every(({ originalNo }) => originalNo <= sale.lines);
}
