import type { ErrorDetails } from "../../../shared/contract/errors.ts";
import type { SaleView } from "../../../shared/contract/till-state.ts";
import { formatRupiah, parseRupiah, rupiah } from "../../../shared/domain/money.ts";

/*
 * One payment from F9 to a told end. `commandId` names it for the core, which carries it out at
 * most once, so that a second Enter, a second click or asking again after a crash is harmless.
 */

/** What is sent to the core, the same again whenever it is asked. */
export type PayCommand = {
  readonly commandId: string;
  readonly cartId: string;
  readonly expectedTotal: number;
  readonly tendered: number;
};

export type Refusal = { readonly code: string; readonly details: ErrorDetails };

export type Payment =
  | { readonly kind: "closed" }
  | {
      readonly kind: "open";
      readonly text: string;
      /** the text is still the suggested exact amount: a keypad's first digit replaces it */
      readonly suggested: boolean;
      readonly refusal: Refusal | null;
    }
  | { readonly kind: "sending"; readonly command: PayCommand }
  /** the core went away before it answered: whether the sale is stored is not known yet */
  | { readonly kind: "lost"; readonly command: PayCommand }
  /** asked after the restart: not stored, the cart is as it was */
  | { readonly kind: "notStored"; readonly command: PayCommand }
  /** asked after the restart: stored, nothing may be taken twice */
  | {
      readonly kind: "stored";
      readonly saleId: string;
      readonly number: string;
      readonly total: number;
      readonly change: number;
    };

export const PAYMENT_CLOSED: Payment = { kind: "closed" };

/** The sheet as it opens: the exact amount suggested. */
export function openPayment(total: number): Payment {
  return { kind: "open", text: amountText(total), suggested: true, refusal: null };
}

/** What the amount field shows: the suggestion follows the total until the cashier types. */
export function tenderText(payment: Payment, total: number): string {
  switch (payment.kind) {
    case "open":
      return payment.suggested ? amountText(total) : payment.text;
    case "sending":
      return amountText(payment.command.tendered);
    default:
      return "";
  }
}

/** An amount as the field shows it, without `Rp`. */
export function amountText(amount: number): string {
  return formatRupiah(amount).replace("Rp", "");
}

export type Tender =
  | { readonly kind: "empty" }
  | { readonly kind: "malformed"; readonly code: "AMOUNT_MALFORMED" | "AMOUNT_TOO_LARGE" }
  | { readonly kind: "short"; readonly amount: number; readonly missing: number }
  | { readonly kind: "enough"; readonly amount: number; readonly change: number };

/** What a typed amount means for a total. */
export function tenderOf(text: string, total: number): Tender {
  if (text.trim() === "") return { kind: "empty" };
  const parsed = parseRupiah(text);
  if (!parsed.ok) return { kind: "malformed", code: parsed.code };
  const amount: number = parsed.value;
  return amount < total
    ? { kind: "short", amount, missing: total - amount }
    : { kind: "enough", amount, change: amount - total };
}

/** Amounts for the quick buttons: exact first, then 50 and 100 thousand and the likely notes. */
export function quickChoices(total: number, likely: readonly number[]): number[] {
  const usual = [total, ...likely, 50_000, 100_000].filter((amount) => amount >= total);
  return [...new Set(usual.map((amount): number => rupiah(amount)))].toSorted((a, b) => a - b);
}

/** After a refusal: the sheet again, with the reason. When the core went away instead, it is in doubt. */
export function whenFailed(command: PayCommand, refusal: Refusal): Payment {
  if (refusal.code === "CORE_GONE") return { kind: "lost", command };
  return { kind: "open", text: amountText(command.tendered), suggested: false, refusal };
}

/** After asking a core that is back: null is its word that nothing was stored. */
export function whenFound(command: PayCommand, sale: SaleView | null): Payment {
  if (sale === null) return { kind: "notStored", command };
  const { saleId, number, total, change } = sale;
  return { kind: "stored", saleId, number, total, change };
}
