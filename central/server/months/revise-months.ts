import type { Transaction } from "../database/database.ts";
import type { Totals } from "../journal/totals.ts";
import type { Desk } from "../quarantine/decide-entry.ts";
import { holdLockedMonths, type MonthDifference, saveRevision } from "../stores/month-revision.ts";

/** Gives each locked month in which totals change by these a new version of its report, with the difference. */
export async function reviseMonths(
  tx: Transaction,
  { till, at, userId }: Omit<Desk, "head">,
  { seq, totals }: { readonly seq: number; readonly totals: Totals },
): Promise<void> {
  const differences = monthDifferences(totals);
  for (const period of await holdLockedMonths(tx, till.regencyId, [...differences.keys()])) {
    const { total = 0, counted = 0 } = differences.get(period) ?? {};
    await saveRevision(tx, till, { period, seq, at, userId, total, counted });
  }
}

/** By month; one whose report changes though neither sum does is among them. */
function monthDifferences(totals: Totals): Map<string, MonthDifference> {
  const { tillDays, personMonths, officeMonths, makerMonths } = totals;
  const rows = [
    ...makerMonths.map(({ period, net }) => ({ period, total: net, counted: 0 })),
    ...personMonths.map(({ period, counted }) => ({ period, total: 0, counted })),
    ...officeMonths.map(({ period }) => ({ period, total: 0, counted: 0 })),
    ...tillDays.map(({ day }) => ({ period: day.slice(0, 7), total: 0, counted: 0 })),
  ];
  const differences = new Map<string, MonthDifference>();
  for (const { period, total, counted } of rows) {
    const so = differences.get(period) ?? { total: 0, counted: 0 };
    differences.set(period, { total: so.total + total, counted: so.counted + counted });
  }
  return differences;
}
