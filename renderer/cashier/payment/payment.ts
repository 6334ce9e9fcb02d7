import type { ErrorDetails } from "../../../shared/contract/errors.ts";
import type { PayInput, QrisTenderView, TenderInput } from "../../../shared/contract/paying.ts";
import type { SaleView } from "../../../shared/contract/till-state.ts";
import { formatRupiah, parseRupiah, rupiah } from "../../../shared/domain/money.ts";
import { cashRounding, remainingOf } from "../../../shared/domain/tender.ts";

/*
 * One payment from F9 to a told end. `commandId` names it for the core, which carries it out at
 * most once, so that a second Enter, a second click or asking again after a crash is harmless.
 */

/** What is sent to the core, the same again whenever it is asked. */
export type PayCommand = PayInput;
export type PayMethod = TenderInput["kind"];

/** A part of the money that the cashier has taken; QRIS parts are the core's to remember. */
export type Part = {
  readonly kind: Exclude<PayMethod, "QRIS">;
  readonly amount: number;
  readonly reference: string | null;
};

export type Refusal = { readonly code: string; readonly details: ErrorDetails };

/** What stands in the sheet's fields. */
export type PayForm = {
  readonly method: PayMethod;
  readonly text: string;
  /** the text is still the suggested exact amount: a keypad's first digit replaces it */
  readonly suggested: boolean;
  /** number on the slip of a transfer or a card */
  readonly reference: string;
};

export type Payment =
  | { readonly kind: "closed" }
  | { readonly kind: "open"; readonly form: PayForm; readonly refusal: Refusal | null }
  /** `owed` as it stood: the cart is empty before the answer is here */
  | {
      readonly kind: "sending";
      readonly form: PayForm;
      readonly owed: Owed;
      readonly command: PayCommand;
    }
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

/** Fields of a way to pay as they open: what remains is suggested. */
export function formOf(method: PayMethod): PayForm {
  return { method, text: "", suggested: true, reference: "" };
}

/** The sheet as it opens: cash, the exact amount suggested; at a code that still waits, that code. */
export function openPayment(tenders: readonly QrisTenderView[]): Payment {
  const waits = tenders.some(({ state }) => state !== "CONFIRMED");
  return { kind: "open", form: formOf(waits ? "QRIS" : "CASH"), refusal: null };
}

/** What the amount field shows: the suggestion follows what remains until the cashier types. */
export function amountShown(form: PayForm, remaining: number): string {
  return form.suggested ? amountText(remaining) : form.text;
}

/** An amount as the field shows it, without `Rp`. */
export function amountText(amount: number): string {
  return formatRupiah(amount).replace("Rp", "");
}

/** Where a cart stands with its money: what was taken, by whom confirmed, and what remains. */
export type Owed = {
  readonly parts: readonly Part[];
  readonly codes: readonly QrisTenderView[];
  readonly remaining: number;
  /** what remains when it is paid in cash, and what rounding takes off for that */
  readonly cashRemaining: number;
  readonly rounding: number;
  /** everything is taken; nothing is left but to store the sale */
  readonly settled: boolean;
};

/** What a cart comes to, and to what multiple of rupiah its cash is rounded down. */
export type CartMoney = { readonly total: number; readonly cashStep: number };

export function owedOf(
  { total, cashStep }: CartMoney,
  parts: readonly Part[],
  tenders: readonly QrisTenderView[],
): Owed {
  const codes = tenders.filter(({ state }) => state === "CONFIRMED");
  const taken = [...parts, ...codes.map(({ amount }) => ({ kind: "QRIS" as const, amount }))];
  const inCash = [...taken, { kind: "CASH" as const, amount: 0 }];
  const rounding = cashRounding(rupiah(total), inCash, cashStep);
  const exact = remainingOf(total, taken);
  const cashRemaining = remainingOf(total - rounding, taken);
  const byCash = parts.some(({ kind }) => kind === "CASH");
  const remaining = byCash && cashRemaining === 0 ? 0 : exact;
  const settled = remaining === 0 && taken.length > 0;
  return { parts, codes, remaining, cashRemaining, rounding, settled };
}

/** A command as the sheet shows it while it is sent once more: the whole money in one sum. */
export function asCash(command: PayCommand): { form: PayForm; owed: Owed } {
  const text = amountText(paidBy(command));
  const { expectedTotal: total } = command;
  const owed = owedOf({ total, cashStep: 1 }, [], []);
  return { form: { ...formOf("CASH"), text, suggested: false }, owed };
}

/** All the money of a command. */
export function paidBy({ tenders }: PayCommand): number {
  return tenders.reduce((sum, { amount }) => sum + amount, 0);
}

/** All that pays a cart, in the order it was taken: codes, parts, and the last one if any. */
export function tendersOf({ codes, parts }: Owed, last: Part | null): TenderInput[] {
  return [
    ...codes.map(({ qrisId, amount }) => ({
      kind: "QRIS" as const,
      amount,
      reference: null,
      qrisId,
    })),
    ...[...parts, ...(last === null ? [] : [last])].map((part) => ({ ...part, qrisId: null })),
  ];
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
export function whenFailed(
  sent: { readonly command: PayCommand; readonly form: PayForm },
  refusal: Refusal,
): Payment {
  if (refusal.code === "CORE_GONE") return { kind: "lost", command: sent.command };
  return { kind: "open", form: sent.form, refusal };
}

/** After asking a core that is back: null is its word that nothing was stored. */
export function whenFound(command: PayCommand, sale: SaleView | null): Payment {
  if (sale === null) return { kind: "notStored", command };
  const { saleId, number, total, change } = sale;
  return { kind: "stored", saleId, number, total, change };
}
