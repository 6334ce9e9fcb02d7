import { AppError } from "../../../shared/contract/errors.ts";
import type { Till } from "../context.ts";
import { markFavourite, unmarkFavourite } from "../db/stores/favourite.ts";
import { journalHead } from "../db/stores/journal.ts";
import { goodsById } from "../db/stores/product.ts";

/**
 * Marks a product as one of those this till sells again and again, or no longer.
 * Fails with: NOT_LOGGED_IN, PRODUCT_UNKNOWN.
 */
export function setFavourite(
  till: Till,
  { productId, favourite }: { readonly productId: string; readonly favourite: boolean },
): void {
  till.session.require();
  till.file.commit((db) => {
    if (!favourite) return unmarkFavourite(db, productId);
    if (goodsById(db, till.identity().outletId, productId) === null) {
      throw new AppError("PRODUCT_UNKNOWN");
    }
    markFavourite(db, productId, till.clock.read(journalHead(db)?.at ?? null).at);
  });
  till.changed();
}
