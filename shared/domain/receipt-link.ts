import { dateCode, instantMs, instantText } from "./period.ts";
import { parseReceiptNumber, receiptNumber } from "./receipt-number.ts";
import { err, ok, type Result } from "./result.ts";
import { base64urlDecode, base64urlEncode, hexEncode, utf8 } from "./text.ts";
import { hashBytes } from "./journal.ts";
import { uuidBytes, uuidOfBytes } from "./uuid.ts";

/** What the QR code of a receipt proves, beside its signature; `at` is the instant's text. */
export type ReceiptLinkFields = {
  readonly tillId: string;
  readonly seq: number;
  readonly hash: string;
  readonly number: string;
  readonly at: string;
  readonly total: number;
};
export type ReceiptLink = {
  readonly fields: ReceiptLinkFields;
  readonly signature: Uint8Array;
};

const VERSION = 1;
const FIXED_BYTES = 1 + 16 + 32 + 64;
const MAX_TEXT = 300;
// The last millisecond of the year 9999.
const MAX_MS = 253_402_300_799_999;

/**
 * The path segment of a receipt's address: version, tillId, hash, signature, then as variable-length
 * numbers `at`, seq, total, till code, counter, and the outlet code to the end. The date in the number
 * is that of `at` and is not repeated. Throws RangeError for fields no receipt has.
 */
export function encodeReceiptLink(fields: ReceiptLinkFields, signature: Uint8Array): string {
  const number = parseReceiptNumber(fields.number);
  const atMs = instantMs(fields.at);
  if (!number.ok || signature.length !== 64 || !(atMs >= 0)) throw new RangeError("not a receipt");
  if (number.value.dateCode !== dateCode(atMs)) throw new RangeError("not the number's date");
  const { outletCode, tillCode, counter } = number.value;
  const numbers = [atMs, fields.seq, fields.total, Number(tillCode), counter];
  return base64urlEncode(
    Uint8Array.from([
      VERSION,
      ...uuidBytes(fields.tillId),
      ...hashBytes(fields.hash),
      ...signature,
      ...numbers.flatMap(varint),
      ...utf8(outletCode),
    ]),
  );
}

/** Reads a receipt's path segment; each receipt has exactly one text. Fails with: LINK_MALFORMED. */
export function decodeReceiptLink(text: string): Result<ReceiptLink, "LINK_MALFORMED"> {
  const bytes = text.length <= MAX_TEXT ? base64urlDecode(text) : null;
  if (bytes === null || bytes.length < FIXED_BYTES || bytes[0] !== VERSION) {
    return err("LINK_MALFORMED");
  }
  const tillId = uuidOfBytes(bytes.slice(1, 17));
  const tail = readTail(bytes.subarray(FIXED_BYTES));
  if (tillId === null || tail === null) return err("LINK_MALFORMED");
  const hash = hexEncode(bytes.subarray(17, 49));
  const link = { fields: { tillId, hash, ...tail }, signature: bytes.slice(49, FIXED_BYTES) };
  return encodeReceiptLink(link.fields, link.signature) === text ? ok(link) : err("LINK_MALFORMED");
}

/** The address behind a receipt's QR code. */
export function receiptUrl(publicUrl: string, link: string): string {
  return `${publicUrl.replace(/\/+$/, "")}/r/${link}`;
}

function readTail(
  bytes: Uint8Array,
): { seq: number; number: string; at: string; total: number } | null {
  const reader = { bytes, offset: 0 };
  const read = [1, 2, 3, 4, 5].map(() => readVarint(reader));
  const numbers = read.filter((number) => number !== null);
  if (numbers.length < read.length) return null;
  const [atMs = 0, seq = 0, total = 0, till = 0, counter = 0] = numbers;
  if (atMs > MAX_MS || till > 99) return null;
  const outletCode = String.fromCharCode(...bytes.subarray(reader.offset));
  const tillCode = String(till).padStart(2, "0");
  const number = receiptNumber({ outletCode, tillCode, atMs, counter });
  if (!parseReceiptNumber(number).ok) return null;
  return { seq, number, at: instantText(atMs), total };
}

/** Seven bits a byte, lowest first, the high bit on all but the last. */
function varint(value: number): number[] {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError("not a whole number");
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

function readVarint(reader: { readonly bytes: Uint8Array; offset: number }): number | null {
  let value = 0;
  for (let scale = 1; scale <= 128 ** 7; scale *= 128) {
    const byte = reader.bytes[reader.offset];
    if (byte === undefined) return null;
    reader.offset += 1;
    value += (byte % 128) * scale;
    if (byte < 128) return Number.isSafeInteger(value) ? value : null;
  }
  return null;
}
