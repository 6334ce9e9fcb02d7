import { productCount } from "../db/stores/product.ts";
import { rosterSize } from "../db/stores/roster.ts";
import type { TillFile } from "../db/till-file.ts";

export type RosterSize = { readonly people: number; readonly products: number };

/** How many people and products the till knows, counted anew only after the feed was applied. */
export function createRosterSize(file: TillFile): {
  readonly size: () => RosterSize;
  readonly forget: () => void;
} {
  let known: RosterSize | null = null;
  return {
    size: () => {
      known ??= { people: rosterSize(file.db()), products: productCount(file.db()) };
      return known;
    },
    forget: () => {
      known = null;
    },
  };
}
