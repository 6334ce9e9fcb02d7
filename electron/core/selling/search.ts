import type { CategoryView, ProductView } from "../../../shared/contract/till-state.ts";
import type { Till } from "../context.ts";
import { categories, countGoods, findGoods, type GoodsRow } from "../db/stores/product.ts";
import { countingOf } from "./open-cart.ts";

export type ProductSearch = {
  readonly query: string;
  readonly categoryId: string | null;
  readonly limit: number;
  readonly offset: number;
};

/** Goods for sale whose name, maker, SKU or barcode has words that start like those asked for. */
export function searchProducts(
  till: Till,
  search: ProductSearch,
): { products: ProductView[]; total: number } {
  const match = matchOf(search.query);
  const { categoryId, limit, offset } = search;
  if (search.query.trim() !== "" && match === null) return { products: [], total: 0 };
  const filter = { outletId: till.identity().outletId, match, categoryId };
  const db = till.file.db();
  return {
    products: findGoods(db, { ...filter, limit, offset }).map(productView),
    total: countGoods(db, filter),
  };
}

export function categoryViews(till: Till): CategoryView[] {
  return categories(till.file.db());
}

/** Every word must be found as a prefix; quoting makes operators of the query language plain words. */
function matchOf(query: string): string | null {
  const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(" ");
}

function productView(goods: GoodsRow): ProductView {
  const { productId, sku, barcode, name, makerId, makerName } = goods;
  const { categoryId, unitPrice, stock, pictureKey } = goods;
  const { mayCount } = countingOf(goods);
  const product = { productId, sku, barcode, name, makerId, makerName };
  return { ...product, categoryId, unitPrice, stock, mayCount, pictureKey };
}
