const RESTRICTED_PREFIX = "200";

/** The thirteenth digit of an EAN-13. Source: GS1 General Specifications, 7.9. */
export function ean13CheckDigit(twelve: string): string {
  let sum = 0;
  for (const [index, digit] of [...twelve].entries()) {
    sum += Number(digit) * (index % 2 === 0 ? 1 : 3);
  }
  return String((10 - (sum % 10)) % 10);
}

/**
 * An EAN-13 for use inside the shop: prefixes 200-299 are never given to a manufacturer, so these
 * codes cannot clash with goods that carry one of their own.
 */
export function inStoreBarcode(regencyId: string, index: number): string {
  const twelve = RESTRICTED_PREFIX + regencyId + String(index).padStart(5, "0");
  return twelve + ean13CheckDigit(twelve);
}
