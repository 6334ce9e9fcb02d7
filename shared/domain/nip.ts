import { dayNumber } from "./period.ts";
import { err, ok, type Result } from "./result.ts";

declare const nipBrand: unique symbol;
/** Eighteen digits in the shape of a NIP or NI PPPK. Personal data. */
export type Nip = string & { readonly [nipBrand]: true };

/** Why a number of the right shape is unlikely; the roster decides. */
export type NipWarning =
  | "NIP_TOO_YOUNG"
  | "NIP_TOO_OLD"
  | "NIP_FUTURE_APPOINTMENT"
  | "NIP_PPPK_BEFORE_2019";

/** What a NIP says. `appointed` is `YYYY-MM` for a PNS and `YYYY` for a PPPK. */
export type NipDetails = {
  readonly nip: Nip;
  readonly kind: "PNS" | "PPPK";
  readonly birthDate: string;
  readonly appointed: string;
  readonly pppkCode: string | null;
  readonly sex: "L" | "P";
  readonly serial: string;
  readonly warnings: readonly NipWarning[];
};

const LABEL = /^(?:nipppk|ni ?pppk|nip)\s*[.:=]?\s*/i;
const SEPARATORS = /[\s.\-\u00a0]/g;
const FIRST_BIRTH_YEAR = 1945;
const FIRST_PPPK_YEAR = 2019;
const ADULT_AGE = 18;
const LAST_WORKING_AGE = 70;
const TITLE = /^(?:.*\.|h|hj|ir|dr|drs|dra|prof)$/i;

/** Takes off a label (`NIP :`, `NI PPPK`), spaces, dots, hyphens and line ends. */
export function normaliseNip(text: string): string {
  return text.trim().replace(LABEL, "").replace(SEPARATORS, "");
}

/**
 * Reads a NIP or NI PPPK. Only the shape refuses; an implausible number is taken with warnings.
 * `today` is the WIB date `YYYY-MM-DD`.
 * Source: Peraturan Kepala BKN 22/2007; PPPK write 21-29 where a PNS has the month.
 */
export function parseNip(
  text: string,
  today: string,
): Result<NipDetails, "NIP_MALFORMED" | "SCAN_NIK" | "SCAN_OLD_NIP"> {
  const digits = normaliseNip(text);
  if (/^\d{16}$/.test(digits)) return err("SCAN_NIK");
  if (/^\d{9}$/.test(digits)) return err("SCAN_OLD_NIP");
  const found = /^(\d{4})(\d{2})(\d{2})(\d{4})(\d{2})([12])(\d{3})$/.exec(digits);
  if (found === null) return err("NIP_MALFORMED");
  const [, birthYear = "", birthMonth = "", birthDay = "", year = "", code = "", sex, serial = ""] =
    found;
  const birthDate = `${birthYear}-${birthMonth}-${birthDay}`;
  const kind = kindOf(Number(code));
  if (kind === null || serial === "000" || !isBirthDate(birthDate, today)) {
    return err("NIP_MALFORMED");
  }
  return ok({
    nip: digits as Nip,
    kind,
    birthDate,
    appointed: kind === "PNS" ? `${year}-${code}` : year,
    pppkCode: kind === "PPPK" ? code : null,
    sex: sex === "1" ? "L" : "P",
    serial,
    warnings: warningsOf({ kind, birthDate, year: Number(year), code: Number(code) }, today),
  });
}

/** Fourteen stars and the last four digits. */
export function maskNip(nip: string): string {
  return "*".repeat(Math.max(0, nip.length - 4)) + last4(nip);
}

/** The last four digits: all of a NIP that paper and public screens may show. */
export function last4(nip: string): string {
  return nip.slice(-4);
}

/** A name for a public screen: given name and initials, no titles (`Siti A.`). */
export function maskName(name: string): string {
  const words = (name.split(",")[0] ?? "").split(/\s+/).filter((word) => word !== "");
  const named = words.filter((word) => !TITLE.test(word));
  const [given, ...rest] = named.length > 0 ? named : words;
  if (given === undefined) return "";
  return [given, ...rest.map((word) => `${(Array.from(word)[0] ?? "").toUpperCase()}.`)].join(" ");
}

function kindOf(code: number): "PNS" | "PPPK" | null {
  if (code >= 1 && code <= 12) return "PNS";
  return code >= 21 && code <= 29 ? "PPPK" : null;
}

function isBirthDate(date: string, today: string): boolean {
  return dayNumber(date) !== null && Number(date.slice(0, 4)) >= FIRST_BIRTH_YEAR && date <= today;
}

type Appointment = {
  readonly kind: "PNS" | "PPPK";
  readonly birthDate: string;
  readonly year: number;
  readonly code: number;
};

function warningsOf({ kind, birthDate, year, code }: Appointment, today: string): NipWarning[] {
  const warnings: NipWarning[] = [];
  // A PPPK number has no month: December is the latest it can have been.
  const month = kind === "PNS" ? code : 12;
  const appointed = year * 12 + month;
  if (appointed - monthsOf(birthDate) < ADULT_AGE * 12) warnings.push("NIP_TOO_YOUNG");
  if (monthsOf(today) - monthsOf(birthDate) > LAST_WORKING_AGE * 12) warnings.push("NIP_TOO_OLD");
  const earliest = kind === "PNS" ? appointed : year * 12 + 1;
  if (earliest > monthsOf(today)) warnings.push("NIP_FUTURE_APPOINTMENT");
  if (kind === "PPPK" && year < FIRST_PPPK_YEAR) warnings.push("NIP_PPPK_BEFORE_2019");
  return warnings;
}

function monthsOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}
