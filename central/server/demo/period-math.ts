/** The month that lies so many months after (or, below zero, before) a `YYYY-MM`. */
export function shiftPeriod(period: string, months: number): string {
  const total = Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1 + months;
  const month = (total % 12) + 1;
  return `${String(Math.floor(total / 12)).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
}
