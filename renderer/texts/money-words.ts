import { formatRupiah } from "../../shared/domain/money.ts";
import { said } from "./language.ts";

/** An amount for the screen, the same text as on paper. */
export function money(amount: number): string {
  return formatRupiah(amount);
}

/** A count with grouped thousands. */
export function count(amount: number): string {
  return formatRupiah(amount).replace("Rp", "");
}

/** How many pieces or kinds of goods. */
export function goodsWords(amount: number): string {
  return said(`${count(amount)} barang`, `${count(amount)} ${amount === 1 ? "item" : "items"}`);
}
