import type { CategoryId } from "./categories.ts";

/** A kind of goods: one picture, one name, and how it is sold: `[size or sort, price in rupiah]`. */
export type ProductKind = {
  readonly category: CategoryId;
  readonly pictureKey: string;
  readonly name: string;
  readonly variants: readonly (readonly [string, number])[];
};

/** Writes kinds of one shelf in rows: picture, name, variants. */
export function kindsOf(
  category: CategoryId,
  rows: readonly (readonly [string, string, ProductKind["variants"]])[],
): ProductKind[] {
  return rows.map(([pictureKey, name, variants]) => ({ category, pictureKey, name, variants }));
}
