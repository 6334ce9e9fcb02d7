import { dateOfDayNumber, dayNumber } from "../../../shared/domain/period.ts";

/** The WIB month before; `YYYY-MM` in and out. */
export function previousPeriod(period: string): string {
  const [year = 0, month = 1] = period.split("-").map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, "0")}`;
}

/** Whole days later or earlier; `YYYY-MM-DD` in and out. */
export function shiftDate(date: string, days: number): string {
  return dateOfDayNumber((dayNumber(date) ?? 0) + days);
}
