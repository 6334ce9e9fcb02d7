import { err, ok, type Result } from "./result.ts";

/** The most one QRIS payment may move. Source: PADG BI on QRIS, Rp10,000,000 a transaction. */
export const QRIS_CEILING = 10_000_000;

const MAX_LENGTH = 512;
const NATIONAL_REPOSITORY = "ID.CO.QRIS.WWW";
const RUPIAH = "360";
const INDONESIA = "ID";
const AIM_ID = /^\][A-Za-z][0-9A-Za-z]/;
const STATIC = "11";
const DYNAMIC = "12";
/** Tip and surcharge: a buyer pays no more for paying by QRIS. */
const SURCHARGE_TAGS = ["55", "56", "57"];

/** What a person should look at before trusting a code that is otherwise whole. */
export type QrisWarning = "NO_NMID" | "SURCHARGE";

/** A payment code taken apart. `payload` is its text as it is written anew: CRC in capitals. */
export type Qris = {
  readonly payload: string;
  readonly pointOfInitiation: "static" | "dynamic" | null;
  readonly merchant: string;
  readonly city: string;
  /** the merchant's national number, `ID` and 13 digits */
  readonly nmid: string | null;
  /** size of the merchant as the national repository writes it, such as `UMI` */
  readonly criteria: string | null;
  readonly mcc: string;
  readonly currency: typeof RUPIAH;
  readonly country: typeof INDONESIA;
  /** whole rupiah */
  readonly amount: number | null;
  readonly warnings: readonly QrisWarning[];
};

export type QrisCode =
  | "QRIS_NOT_EMVCO"
  | "QRIS_NO_CRC"
  | "QRIS_CRC"
  | "QRIS_MALFORMED"
  | "QRIS_CURRENCY"
  | "QRIS_COUNTRY"
  | "QRIS_AMOUNT";

export type QrisSetupCode = QrisCode | "QRIS_NO_NMID" | "QRIS_NOT_STATIC" | "QRIS_SURCHARGE";

type Field = { readonly tag: string; readonly value: string };

/**
 * Reads a merchant-presented payment code. Length and CRC guard every character; a code that breaks
 * the standard is refused, one that a person should look at is taken with warnings.
 * Source: EMVCo QR Code Specification for Payment Systems, merchant-presented mode.
 */
export function parseQris(text: string): Result<Qris, QrisCode> {
  const checked = checkedPayload(text);
  if (!checked.ok) return checked;
  const payload = checked.value;
  const fields = fieldsOf(payload);
  if (fields === null || !isWhole(fields)) return err("QRIS_MALFORMED");
  const tag = (wanted: string): string => valueOf(fields, wanted) ?? "";
  if (tag("53") !== RUPIAH) return err("QRIS_CURRENCY");
  if (tag("58") !== INDONESIA) return err("QRIS_COUNTRY");
  const amount = amountOf(valueOf(fields, "54"));
  if (!amount.ok) return amount;
  const national = nationalOf(valueOf(fields, "51"));
  return ok({
    payload,
    pointOfInitiation: initiationOf(valueOf(fields, "01")),
    merchant: tag("59"),
    city: tag("60"),
    ...national,
    mcc: tag("52"),
    currency: RUPIAH,
    country: INDONESIA,
    amount: amount.value,
    warnings: warningsOf(fields, national.nmid),
  });
}

/** Whether a code may be this shop's own: the merchant's static one, with its NMID, without extras. */
export function checkMerchantCode(text: string): Result<Qris, QrisSetupCode> {
  const qris = parseQris(text);
  if (!qris.ok) return qris;
  const { nmid, pointOfInitiation, amount, warnings } = qris.value;
  if (nmid === null) return err("QRIS_NO_NMID");
  if (pointOfInitiation !== "static" || amount !== null) return err("QRIS_NOT_STATIC");
  return warnings.includes("SURCHARGE") ? err("QRIS_SURCHARGE") : qris;
}

/**
 * The merchant's static code made dynamic for one amount of whole rupiah: 01 becomes 12, 54 follows
 * 53, and the CRC is new; nothing else changes. Fails with the reason why it may not be one.
 */
export function toDynamic(
  text: string,
  amount: number,
): Result<string, QrisSetupCode | "AMOUNT_MALFORMED" | "QRIS_CEILING"> {
  const code = checkMerchantCode(text);
  if (!code.ok) return code;
  if (!Number.isSafeInteger(amount) || amount < 1) return err("AMOUNT_MALFORMED");
  if (amount > QRIS_CEILING) return err("QRIS_CEILING");
  const body = (fieldsOf(code.value.payload) ?? [])
    .flatMap((field) => dynamicFields(field, amount))
    .map(writeField)
    .join("");
  const dynamic = sealed(body);
  return dynamic.length <= MAX_LENGTH ? ok(dynamic) : err("QRIS_MALFORMED");
}

/** CRC-16/CCITT-FALSE of an ASCII text as four capital hex digits: `123456789` gives `29B1`. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (let index = 0; index < text.length; index += 1) {
    crc ^= (text.charCodeAt(index) & 0xff) << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = (crc & 0x8000) === 0 ? (crc << 1) & 0xffff : ((crc << 1) ^ 0x1021) & 0xffff;
    }
  }
  return crc.toString(16).toUpperCase().padStart(4, "0");
}

/** The text without what a scanner adds, once its CRC holds; the CRC in capitals. */
function checkedPayload(text: string): Result<string, QrisCode> {
  if (text.length > MAX_LENGTH * 2) return err("QRIS_NOT_EMVCO");
  const payload = text.trim().replace(AIM_ID, "");
  if (!payload.startsWith("000201")) return err("QRIS_NOT_EMVCO");
  if (!/^[\x20-\x7e]*$/.test(payload) || payload.length > MAX_LENGTH) return err("QRIS_MALFORMED");
  if (!/6304[\dA-Fa-f]{4}$/.test(payload)) return err("QRIS_NO_CRC");
  const rewritten = sealed(payload.slice(0, -8));
  return rewritten.slice(-4) === payload.slice(-4).toUpperCase() ? ok(rewritten) : err("QRIS_CRC");
}

function sealed(body: string): string {
  return `${body}6304${crc16(`${body}6304`)}`;
}

/** The fields in their order, or null when lengths do not add up or a tag stands twice. */
function fieldsOf(text: string): Field[] | null {
  const fields: Field[] = [];
  for (let offset = 0; offset < text.length; ) {
    const head = /^(\d{2})(\d{2})$/.exec(text.slice(offset, offset + 4));
    const [, tag = "", length = ""] = head ?? [];
    const end = offset + 4 + Number(length);
    if (head === null || end > text.length || length === "00") return null;
    if (valueOf(fields, tag) !== undefined) return null;
    fields.push({ tag, value: text.slice(offset + 4, end) });
    offset = end;
  }
  return fields;
}

function writeField({ tag, value }: Field): string {
  return tag + String(value.length).padStart(2, "0") + value;
}

function valueOf(fields: readonly Field[], tag: string): string | undefined {
  return fields.find((field) => field.tag === tag)?.value;
}

/** What every code has, in the lengths the standard allows. */
function isWhole(fields: readonly Field[]): boolean {
  const initiation = valueOf(fields, "01");
  const fits = (tag: string, shape: RegExp): boolean => shape.test(valueOf(fields, tag) ?? "");
  return (
    fields[0]?.tag === "00" &&
    fields.at(-1)?.tag === "63" &&
    valueOf(fields, "63")?.length === 4 &&
    (initiation === undefined || initiation === STATIC || initiation === DYNAMIC) &&
    fields.some(({ tag }) => tag >= "02" && tag <= "51") &&
    fits("52", /^\d{4}$/) &&
    fits("53", /^\d{3}$/) &&
    fits("58", /^[A-Z]{2}$/) &&
    fits("59", /^.{1,25}$/) &&
    fits("60", /^.{1,15}$/)
  );
}

function initiationOf(value: string | undefined): Qris["pointOfInitiation"] {
  if (value === undefined) return null;
  return value === STATIC ? "static" : "dynamic";
}

/** A decimal point is read, a fraction of a rupiah is not. */
function amountOf(value: string | undefined): Result<number | null, "QRIS_AMOUNT"> {
  if (value === undefined) return ok(null);
  const found = value.length > 13 ? null : /^(\d+)(?:\.0{0,2})?$/.exec(value);
  const amount = Number(found?.[1] ?? 0);
  return amount > 0 ? ok(amount) : err("QRIS_AMOUNT");
}

function nationalOf(template: string | undefined): Pick<Qris, "nmid" | "criteria"> {
  const fields = template === undefined ? null : fieldsOf(template);
  if (fields === null || valueOf(fields, "00") !== NATIONAL_REPOSITORY) {
    return { nmid: null, criteria: null };
  }
  const nmid = valueOf(fields, "02") ?? "";
  return {
    nmid: /^ID\d{13}$/.test(nmid) ? nmid : null,
    criteria: valueOf(fields, "03") ?? null,
  };
}

function warningsOf(fields: readonly Field[], nmid: string | null): QrisWarning[] {
  const warnings: QrisWarning[] = [];
  if (nmid === null) warnings.push("NO_NMID");
  if (fields.some(({ tag }) => SURCHARGE_TAGS.includes(tag))) warnings.push("SURCHARGE");
  return warnings;
}

function dynamicFields(field: Field, amount: number): Field[] {
  if (field.tag === "01") return [{ tag: "01", value: DYNAMIC }];
  if (field.tag === "53") return [field, { tag: "54", value: String(amount) }];
  return field.tag === "63" ? [] : [field];
}
