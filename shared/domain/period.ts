const WIB_OFFSET_MS = 7 * 60 * 60 * 1_000;
const DAY_MS = 24 * 60 * 60 * 1_000;
const MONTHS = [
  "Januari",
  "Februari",
  "Maret",
  "April",
  "Mei",
  "Juni",
  "Juli",
  "Agustus",
  "September",
  "Oktober",
  "November",
  "Desember",
];
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Date and time on the wall in Probolinggo; `month` and `day` count from 1. */
export type WibParts = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

/** WIB is UTC+7 all year; the machine's own time zone takes no part. */
export function wibParts(ms: number): WibParts {
  const shifted = new Date(ms + WIB_OFFSET_MS);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  };
}

/** The WIB month of an instant, `YYYY-MM`. */
export function periodOf(ms: number): string {
  const { year, month } = wibParts(ms);
  return `${pad(year, 4)}-${pad(month, 2)}`;
}

/** The WIB date of an instant, `YYYY-MM-DD`. */
export function dateOf(ms: number): string {
  return `${periodOf(ms)}-${pad(wibParts(ms).day, 2)}`;
}

/** The WIB date of an instant as `YYMMDD`, for receipt numbers. */
export function dateCode(ms: number): string {
  return dateOf(ms).slice(2).replaceAll("-", "");
}

/** The journal's text for an instant: UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export function instantText(ms: number): string {
  return new Date(ms).toISOString();
}

/** UTC milliseconds of the journal's text for an instant; NaN for any other text. */
export function instantMs(text: string): number {
  if (!INSTANT.test(text)) return Number.NaN;
  const ms = Date.parse(text);
  // A day that the month has not, and 24 o'clock, are read as the next day or not at all.
  return new Date(ms).getUTCDate() === Number(text.slice(8, 10)) ? ms : Number.NaN;
}

/** Midnight WIB at the start of a date, in UTC milliseconds; NaN for a text that is no date. */
export function dateStartMs(date: string): number {
  const days = dayNumber(date);
  return days === null ? Number.NaN : days * DAY_MS - WIB_OFFSET_MS;
}

/** Days from 1970-01-01 to a `YYYY-MM-DD` date; null for a text that is no calendar date. */
export function dayNumber(date: string): number | null {
  if (!DATE.test(date)) return null;
  const ms = Date.parse(`${date}T00:00:00.000Z`);
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) return null;
  return ms / DAY_MS;
}

/** The date that is so many days after 1970-01-01. */
export function dateOfDayNumber(days: number): string {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

/** `22 Nov 2026 09.14`. */
export function formatWibDateTime(ms: number): string {
  const { year, month, day } = wibParts(ms);
  return `${day} ${monthName(month).slice(0, 3)} ${year} ${formatWibTime(ms)}`;
}

/** `22 Nov 2026`. */
export function formatWibDate(ms: number): string {
  const { year, month, day } = wibParts(ms);
  return `${day} ${monthName(month).slice(0, 3)} ${year}`;
}

/** `09.14`. */
export function formatWibTime(ms: number): string {
  const { hour, minute } = wibParts(ms);
  return `${pad(hour, 2)}.${pad(minute, 2)}`;
}

/** `November 2026` for `2026-11`. */
export function periodLabel(period: string): string {
  const { year, month } = splitPeriod(period);
  return `${monthName(month)} ${year}`;
}

/** The 1st of a period: the day whose class and office rule the month. */
export function periodStartDate(period: string): string {
  return `${period}-01`;
}

/** The month after. */
export function nextPeriod(period: string): string {
  const { year, month } = splitPeriod(period);
  return month === 12 ? `${pad(year + 1, 4)}-01` : `${pad(year, 4)}-${pad(month + 1, 2)}`;
}

function splitPeriod(period: string): { year: number; month: number } {
  return { year: Number(period.slice(0, 4)), month: Number(period.slice(5, 7)) };
}

function monthName(month: number): string {
  return MONTHS[month - 1] ?? "?";
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
