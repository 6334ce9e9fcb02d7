const PERCENT = /^(\d{1,3})(?:[,.](\d{1,2}))?\s*%?$/;

/** A percentage as a cashier types it (`10`, `7,5`, `12.5 %`) in basis points; null for anything else. */
export function parsePercent(text: string): number | null {
  const found = PERCENT.exec(text.trim());
  if (found === null) return null;
  const basisPoints = Number(found[1]) * 100 + Number((found[2] ?? "0").padEnd(2, "0"));
  return basisPoints <= 10_000 ? basisPoints : null;
}
