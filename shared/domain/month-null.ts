import { nextPeriod } from "./period.ts";

/** The months between two that saw no entry, in order: what a MONTH_NULL says it skipped. */
export function skippedPeriods(
  opened: string,
  period: string,
  hasEntry: (period: string) => boolean,
): string[] {
  const skipped: string[] = [];
  for (let between = nextPeriod(opened); between < period; between = nextPeriod(between)) {
    if (!hasEntry(between)) skipped.push(between);
  }
  return skipped;
}
