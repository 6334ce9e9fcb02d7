/** Which way a column runs; the words stand in the page's address. */
export type Direction = "naik" | "turun";

/** What a row is sorted by in one column. */
export type SortValue = string | number;

const collator = new Intl.Collator("id", { numeric: true, sensitivity: "base" });

function compare(left: SortValue, right: SortValue): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  return collator.compare(String(left), String(right));
}

/** A sorted copy; equal rows keep their order in both directions. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  direction: Direction,
): Row[] {
  const sign = direction === "naik" ? 1 : -1;
  return rows.toSorted((left, right) => sign * compare(valueOf(left), valueOf(right)));
}
