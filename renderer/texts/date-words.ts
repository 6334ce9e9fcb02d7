import {
  dateOf,
  formatWibDate,
  formatWibTime,
  periodLabel,
  wibParts,
} from "../../shared/domain/period.ts";
import { said } from "./language.ts";

const ENGLISH_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `09.14`, in English `09:14`, on the wall in Probolinggo. */
export function timeWords(ms: number): string {
  const time = formatWibTime(ms);
  return said(time, time.replace(".", ":"));
}

/** `22 Nov 2026`. */
export function dateWords(ms: number): string {
  const { year, month, day } = wibParts(ms);
  return said(formatWibDate(ms), `${day} ${englishMonth(month).slice(0, 3)} ${year}`);
}

/** `22 Nov 2026 09.14`. */
export function dateTimeWords(ms: number): string {
  return `${dateWords(ms)} ${timeWords(ms)}`;
}

/** The time alone when it is of today, with its date before that. */
export function momentWords(ms: number, nowMs: number): string {
  return dateOf(ms) === dateOf(nowMs) ? timeWords(ms) : dateTimeWords(ms);
}

/** `November 2026` for `2026-11`. */
export function periodWords(period: string): string {
  const [year = "", month = ""] = period.split("-");
  return said(periodLabel(period), `${englishMonth(Number(month))} ${year}`);
}

function englishMonth(month: number): string {
  return ENGLISH_MONTHS[month - 1] ?? "?";
}
