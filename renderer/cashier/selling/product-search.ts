import { useEffect } from "react";
import { askCore } from "../store/attempt.ts";
import { useScreen } from "../store/screen-store.ts";
import { useTill, useTillState } from "../store/till-store.ts";
import { ProductList } from "./product-list.ts";
import { qtyPrefix } from "./qty-prefix.ts";

/** The goods of the selling screen. */
export const productList = new ProductList((input) =>
  askCore((core) => core.product.search.query(input)),
);

/**
 * Changes closer together than this come from a scanner, whose code is about to be taken back;
 * figures, with which most codes begin, wait so long for what follows.
 */
const SCANNER_MS = 40;
const FIGURES = /^\d+$/;
let changedAtMs = 0;

/** Keeps the list on what is searched for, and fresh when stock, prices or the core change. */
export function useProductSearch(): void {
  const query = useScreen((screen) => qtyPrefix(screen.query).rest);
  const categoryId = useScreen((screen) => screen.categoryId);
  const core = useTill((till) => till.core);
  const saleId = useTillState((state) => state.lastSale?.saleId ?? null);
  const asOf = useTillState((state) => state.roster.asOf);
  const products = useTillState((state) => state.roster.products);
  const favourites = useTillState((state) => state.favourites);
  useEffect(() => {
    const sinceMs = performance.now() - changedAtMs;
    changedAtMs += sinceMs;
    const show = (): void => productList.show({ query, categoryId });
    if (sinceMs >= SCANNER_MS && !FIGURES.test(query)) return show();
    const timer = setTimeout(show, SCANNER_MS);
    return () => clearTimeout(timer);
  }, [query, categoryId]);
  useEffect(() => {
    if (core !== null) productList.refresh();
  }, [core, saleId, asOf, products, favourites]);
}
