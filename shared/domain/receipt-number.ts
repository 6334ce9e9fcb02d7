import { dateCode, instantMs, periodOf } from "./period.ts";
import { err, ok, type Result } from "./result.ts";

const NUMBER = /^([A-Z0-9]{2,4})-(\d{2})-(\d{6})-(\d{6}|[1-9]\d{6,11})$/;

export type ReceiptNumberParts = {
  readonly outletCode: string;
  readonly tillCode: string;
  /** `YYMMDD` of the WIB date */
  readonly dateCode: string;
  readonly counter: number;
};

/** `OUTLET-TILL-YYMMDD-000123`; the counter is the till's own, never resets and may outgrow six digits. */
export function receiptNumber(parts: {
  readonly outletCode: string;
  readonly tillCode: string;
  readonly atMs: number;
  readonly counter: number;
}): string {
  const counter = String(parts.counter).padStart(6, "0");
  return `${parts.outletCode}-${parts.tillCode}-${dateCode(parts.atMs)}-${counter}`;
}

/** Takes a receipt number apart; one number has one text. Fails with: ENTRY_NUMBER. */
export function parseReceiptNumber(text: string): Result<ReceiptNumberParts, "ENTRY_NUMBER"> {
  const found = text.length <= 32 ? NUMBER.exec(text) : null;
  if (found === null) return err("ENTRY_NUMBER");
  const [, outletCode = "", tillCode = "", date = "", digits = ""] = found;
  const counter = Number(digits);
  if (counter < 1) return err("ENTRY_NUMBER");
  return ok({ outletCode, tillCode, dateCode: date, counter });
}

/**
 * Whether a sale's number and period are those of its till and of its `at`. Gaps and repeats of the
 * counter are for whoever knows the numbers before. Fails with: ENTRY_NUMBER.
 */
export function checkSaleNumber(
  body: { readonly number: string; readonly at: string; readonly period: string },
  till: { readonly outletCode: string; readonly tillCode: string },
): Result<ReceiptNumberParts, "ENTRY_NUMBER"> {
  const parts = parseReceiptNumber(body.number);
  if (!parts.ok) return parts;
  const atMs = instantMs(body.at);
  const holds =
    !Number.isNaN(atMs) &&
    parts.value.outletCode === till.outletCode &&
    parts.value.tillCode === till.tillCode &&
    parts.value.dateCode === dateCode(atMs) &&
    body.period === periodOf(atMs);
  return holds ? parts : err("ENTRY_NUMBER");
}
