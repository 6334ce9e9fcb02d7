import { isRupiah, MAX_TOTAL, type Rupiah, rupiah } from "./money.ts";
import { QRIS_CEILING } from "./qris.ts";
import { err, ok, type Result } from "./result.ts";
import type { TenderKind } from "./sale.ts";

/** The most ways one sale may be paid in; the journal takes no more. */
export const MAX_TENDERS = 20;
/** Characters of a bank's reference or a card's approval code. */
export const MAX_REFERENCE = 40;

/** One way a sale is to be paid, as the cashier says it. */
export type AskedTender = {
  readonly kind: TenderKind;
  readonly amount: number;
  /** number of the bank's or the card machine's slip; none for cash */
  readonly reference: string | null;
};

export type TenderCode =
  | "TENDER_COUNT"
  | "TENDER_ABOVE_TOTAL"
  | "AMOUNT_MALFORMED"
  | "AMOUNT_TOO_LARGE"
  | "QRIS_CEILING"
  | "REFERENCE_MALFORMED";

/**
 * Whether these may pay a total: at most twenty, change from cash only, a transfer and a card with
 * their reference, and never a rupiah more than the total but in cash. That they are enough is
 * judged with the sale. Gives them with references without blanks around them.
 */
export function checkTenders<T extends AskedTender>(
  total: Rupiah,
  asked: readonly T[],
): Result<T[], TenderCode> {
  if (asked.length === 0 || asked.length > MAX_TENDERS) return err("TENDER_COUNT");
  const checked: T[] = [];
  for (const tender of asked) {
    const one = checkTender(tender);
    if (!one.ok) return one;
    checked.push(one.value);
  }
  return paidWithoutCash(checked) > total ? err("TENDER_ABOVE_TOTAL") : ok(checked);
}

/**
 * What cash rounding takes off a total: of what the other tenders leave for cash, all below a whole
 * multiple of `step` rupiah. Nothing where no cash is taken: it has no small coins to save.
 */
export function cashRounding(
  total: Rupiah,
  tenders: readonly Pick<AskedTender, "kind" | "amount">[],
  step: number,
): Rupiah {
  const forCash = total - paidWithoutCash(tenders);
  const byCash = tenders.some(({ kind }) => kind === "CASH");
  return rupiah(byCash && forCash > 0 ? forCash % step : 0);
}

/** What is still to be paid after these; zero once they are enough. */
export function remainingOf(
  total: number,
  tenders: readonly Pick<AskedTender, "amount">[],
): Rupiah {
  return rupiah(
    Math.max(
      0,
      tenders.reduce((left, { amount }) => left - amount, total),
    ),
  );
}

function paidWithoutCash(tenders: readonly Pick<AskedTender, "kind" | "amount">[]): number {
  return tenders.reduce((sum, { kind, amount }) => (kind === "CASH" ? sum : sum + amount), 0);
}

function checkTender<T extends AskedTender>(tender: T): Result<T, TenderCode> {
  const { kind, amount } = tender;
  if (amount > MAX_TOTAL) return err("AMOUNT_TOO_LARGE");
  if (!isRupiah(amount) || (kind !== "CASH" && amount === 0)) return err("AMOUNT_MALFORMED");
  if (kind === "QRIS" && amount > QRIS_CEILING) return err("QRIS_CEILING");
  const reference = checkReference(kind, tender.reference);
  return reference.ok ? ok({ ...tender, reference: reference.value }) : reference;
}

/** The number on a bank's or a card machine's slip, without blanks around it. */
export function checkReference(
  kind: TenderKind,
  reference: string | null,
): Result<string | null, "REFERENCE_MALFORMED"> {
  const text = reference?.trim() ?? "";
  const needed = kind === "TRANSFER" || kind === "CARD";
  if (text === "") return needed ? err("REFERENCE_MALFORMED") : ok(null);
  const fits = needed && text.length <= MAX_REFERENCE && /^[\x20-\x7e]+$/.test(text);
  return fits ? ok(text) : err("REFERENCE_MALFORMED");
}
