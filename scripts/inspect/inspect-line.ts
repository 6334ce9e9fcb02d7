import { errorWords } from "../../renderer/texts/error-words.ts";
import { cardKindOf, decodeCard } from "../../shared/domain/card.ts";
import { parseRupiah } from "../../shared/domain/money.ts";
import { parseNip } from "../../shared/domain/nip.ts";
import { dateOfDayNumber } from "../../shared/domain/period.ts";
import { parseQris, toDynamic } from "../../shared/domain/qris.ts";
import { decodeReceiptLink } from "../../shared/domain/receipt-link.ts";
import type { Result } from "../../shared/domain/result.ts";
import { classifyScan } from "../../shared/domain/scan.ts";
import { base64urlEncode } from "../../shared/domain/text.ts";

/** What a text may be read as. */
export const INSPECT_KINDS = ["nip", "qris", "card", "receipt"] as const;
export type InspectKind = (typeof INSPECT_KINDS)[number];

export type InspectOptions = {
  /** the WIB date `YYYY-MM-DD` that a NIP is judged on */
  readonly today: string;
  /** as typed after `--amount`; a QRIS code is then also converted */
  readonly amount: string | null;
};

type Fields = Readonly<Record<string, unknown>>;

/** Says of one text what the till makes of it, as an object for one line of JSON. Never throws. */
export function inspectLine(kind: InspectKind, text: string, options: InspectOptions): Fields {
  switch (kind) {
    case "nip":
      return inspectNip(text, options.today);
    case "qris":
      return inspectQris(text, options.amount);
    case "card":
      return inspectCard(text);
    case "receipt":
      return inspectReceipt(text);
  }
}

function inspectNip(text: string, today: string): Fields {
  const nip = parseNip(text, today);
  if (nip.ok) return { ok: true, ...nip.value };
  // A scan of something else gets the message of that, as at the till.
  const scan = nip.code === "NIP_MALFORMED" ? classifyScan(text) : null;
  const other = scan?.kind === "REFUSED" && scan.code !== "SCAN_UNKNOWN" ? scan.code : nip.code;
  return refused(other);
}

function inspectQris(text: string, amount: string | null): Fields {
  const qris = parseQris(text);
  if (!qris.ok) return refused(qris.code);
  const conversion = amount === null ? {} : conversionOf(text, amount);
  return { ok: true, ...qris.value, ...conversion };
}

function conversionOf(text: string, typed: string): Fields {
  const amount = parseRupiah(typed);
  const dynamic: Result<string, string> = amount.ok ? toDynamic(text, amount.value) : amount;
  return dynamic.ok ? { dynamic: dynamic.value } : { dynamic: null, refused: reason(dynamic.code) };
}

/** Without the centre's keys a card can be read but not proven. */
function inspectCard(text: string): Fields {
  const card = decodeCard(text, cardKindOf(text.trim()) ?? "ASN");
  if (!card.ok) return refused(card.code);
  const { expires, ...frame } = card.value.frame;
  const signature = base64urlEncode(card.value.signature);
  return { ok: true, ...frame, expiresOn: dateOfDayNumber(expires), signature, warnings: [] };
}

/** Takes the whole address behind a receipt's QR code or its last segment. */
function inspectReceipt(text: string): Fields {
  const trimmed = text.trim();
  const link = decodeReceiptLink(trimmed.slice(trimmed.lastIndexOf("/") + 1));
  if (!link.ok) return refused(link.code);
  const { fields, signature } = link.value;
  return { ok: true, ...fields, signature: base64urlEncode(signature), warnings: [] };
}

function refused(code: string): Fields {
  return { ok: false, ...reason(code) };
}

function reason(code: string): { readonly code: string; readonly message: string } {
  const { what, todo } = errorWords(code);
  return { code, message: `${what} ${todo}` };
}
