import { cardKindOf } from "./card.ts";
import { normaliseNip } from "./nip.ts";

/** The longest text a scan may give; the longest payment codes have 512 characters. */
export const MAX_SCAN_LENGTH = 1_024;

/** What a scanned or typed text wants to be. A refusal keeps nothing of the text. */
export type Scan =
  | { readonly kind: "CARD"; readonly text: string }
  | { readonly kind: "STAFF_CARD"; readonly text: string }
  | { readonly kind: "NIP"; readonly text: string }
  | { readonly kind: "PRODUCT_CODE"; readonly code: string }
  | { readonly kind: "REFUSED"; readonly code: ScanRefusal };

export type ScanRefusal =
  | "SCAN_NIK"
  | "SCAN_OLD_NIP"
  | "SCAN_PAYMENT_CODE"
  | "SCAN_URL"
  | "SCAN_TOO_LONG"
  | "SCAN_UNKNOWN"
  | "NIP_MALFORMED";

const AIM_ID = /^\][A-Za-z][0-9A-Za-z]/;
// A payment code (EMVCo) starts with tag 00, length 02, value 01.
const PAYMENT = /^000201/;
const URL_LIKE =
  /^(?:[a-z][a-z0-9+.-]*:\/\/|www\.|(?:mailto|tel|geo|wifi|smsto|javascript|data):|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:[/?#]|:\d))/i;
const NIP_LABEL = /^(?:nip|ni ?pppk)\b/i;
const NEAR_NIP = /^(?:\d{17}|\d{19,20}|[\dOoIl]{18})$/;
const PRODUCT_CODE = /^[A-Za-z0-9][A-Za-z0-9._/+-]{0,47}$/;

/**
 * Sorts a text by what it looks like; whether a card or a NIP holds is judged afterwards. The
 * scanner's AIM id and blanks around the text are taken off.
 */
export function classifyScan(text: string): Scan {
  if (text.length > MAX_SCAN_LENGTH) return refused("SCAN_TOO_LONG");
  const trimmed = trimScan(text);
  const card = cardKindOf(trimmed);
  if (card !== null) return { kind: card === "ASN" ? "CARD" : "STAFF_CARD", text: trimmed };
  if (PAYMENT.test(trimmed)) return refused("SCAN_PAYMENT_CODE");
  if (URL_LIKE.test(trimmed)) return refused("SCAN_URL");
  return classifyNumber(trimmed) ?? classifyProduct(trimmed);
}

/** Fewer letters and digits are too easily somebody else's too, or a code of goods. */
const MIN_FOREIGN_LENGTH = 16;

/**
 * The text of a code that may stand on a card of an ASN which the regency did not sign: nothing the
 * till knows otherwise, long enough to be one person's, and no mere number. Null for any other text.
 */
export function foreignCardText(text: string): string | null {
  const found = classifyScan(text);
  const isUnknown = found.kind === "REFUSED" && found.code === "SCAN_UNKNOWN";
  if (!isUnknown && found.kind !== "PRODUCT_CODE") return null;
  const trimmed = trimScan(text);
  return trimmed.length >= MIN_FOREIGN_LENGTH && /\p{L}/u.test(trimmed) ? trimmed : null;
}

/** The text without what a scanner puts around it, so that every scanner gives the same. */
function trimScan(text: string): string {
  return trimControls(text).replace(AIM_ID, "").trim();
}

function classifyNumber(text: string): Scan | null {
  const digits = normaliseNip(text);
  if (/^\d{18}$/.test(digits)) return { kind: "NIP", text };
  if (/^\d{16}$/.test(digits)) return refused("SCAN_NIK");
  if (/^\d{9}$/.test(digits)) return refused("SCAN_OLD_NIP");
  if (NEAR_NIP.test(digits) || NIP_LABEL.test(text)) return refused("NIP_MALFORMED");
  return null;
}

function classifyProduct(text: string): Scan {
  return PRODUCT_CODE.test(text) ? { kind: "PRODUCT_CODE", code: text } : refused("SCAN_UNKNOWN");
}

function refused(code: ScanRefusal): Scan {
  return { kind: "REFUSED", code };
}

/** Scanners end (and some begin) with control characters of their own. */
function trimControls(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 0x20) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end -= 1;
  return text.slice(start, end);
}
