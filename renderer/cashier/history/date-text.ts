import { dayNumber } from "../../../shared/domain/period.ts";

const PARTED = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/;
const UNPARTED = /^(\d{2})(\d{2})(\d{4})$/;

/** A date as people write it, `26-11-2026`, `26/11/26` or `26112026`, as `YYYY-MM-DD`; null for none. */
export function dateOfText(text: string): string | null {
  const found = PARTED.exec(text.trim()) ?? UNPARTED.exec(text.trim());
  if (found === null) return null;
  const [, day = "", month = "", year = ""] = found;
  const date = `${year.padStart(4, "20")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return dayNumber(date) === null ? null : date;
}

/** `2026-11-26` as people write it. */
export function dateText(date: string): string {
  return date.split("-").toReversed().join("-");
}
