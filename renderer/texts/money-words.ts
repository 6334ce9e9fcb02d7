import { formatRupiah } from "../../shared/domain/money.ts";

/** An amount for the screen, the same text as on paper. */
export function money(amount: number): string {
  return formatRupiah(amount);
}

/** A count with grouped thousands. */
export function count(amount: number): string {
  return formatRupiah(amount).replace("Rp", "");
}
