import type { CartView } from "../../../shared/contract/till-state.ts";

/** A buyer whom the cashier has yet to compare with who stands there: nothing is paid until then. */
export function awaitsComparison({ buyer }: CartView): boolean {
  return buyer?.kind === "ASN" && !buyer.confirmed;
}

/** Leads to the button that says it is the same person; a key of habit must not say so by itself. */
export function focusComparison(): void {
  document.querySelector<HTMLElement>("[data-comparison]")?.focus();
}
