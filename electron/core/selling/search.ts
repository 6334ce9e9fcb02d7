import type { CategoryView, ProductView } from "../../../shared/contract/till-state.ts";
import {
  beginsAlmost,
  indexWord,
  MIN_SIMILAR_LENGTH,
  otherBeginnings,
} from "../../../shared/domain/similar-word.ts";
import type { Till } from "../context.ts";
import type { ReadDb } from "../db/database.ts";
import { categories, countGoods, findGoods, type GoodsRow } from "../db/stores/product.ts";
import {
  anyMatch,
  goodsByNumbers,
  goodsMatching,
  goodsOfCode,
  indexedWords,
} from "../db/stores/product-search.ts";
import { countingOf } from "./open-cart.ts";

export type ProductSearch = {
  readonly query: string;
  readonly categoryId: string | null;
  readonly limit: number;
  readonly offset: number;
};

/** `similar`: nothing is called so; these are called almost so. */
export type Found = {
  readonly products: ProductView[];
  readonly total: number;
  readonly similar: boolean;
};

/** Nobody looks through more than this: one types another letter. */
const MOST_FOUND = 400;
/** With fewer hits than this, what is spelt almost so is shown as well. */
const FEW = 3;
const MOST_MEANT = 12;

/**
 * Goods for sale, the likeliest first: the very SKU or barcode, names that begin so, names with all the
 * words, then makers and codes. Words are prefixes. Where little is found, words with one letter wrong
 * are taken for what they were meant to be.
 */
export function searchProducts(till: Till, search: ProductSearch): Found {
  const { query, categoryId, limit, offset } = search;
  const { outletId } = till.identity();
  const db = till.file.db();
  if (query.trim() === "") {
    const goods = findGoods(db, { outletId, categoryId, limit, offset });
    return { products: goods.map(productView), total: countGoods(db, categoryId), similar: false };
  }
  const { numbers, similar } = ranked(db, query, categoryId);
  const page = numbers.slice(offset, offset + limit);
  const products = goodsByNumbers(db, outletId, page).map(productView);
  return { products, total: numbers.length, similar };
}

export function categoryViews(till: Till): CategoryView[] {
  return categories(till.file.db());
}

function ranked(
  db: ReadDb,
  query: string,
  categoryId: string | null,
): { numbers: number[]; similar: boolean } {
  const found = new Set(goodsOfCode(db, query.trim(), categoryId));
  const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return { numbers: [...found], similar: false };
  const all = words.map((word) => `"${word}"*`).join(" AND ");
  for (const match of [`name : ^ "${words.join(" ")}" *`, `name : (${all})`, all]) {
    if (found.size >= MOST_FOUND) break;
    for (const no of goodsMatching(db, { match, categoryId, limit: MOST_FOUND })) found.add(no);
  }
  if (found.size >= FEW) return { numbers: [...found].slice(0, MOST_FOUND), similar: false };
  const exact = found.size;
  const match = meant(db, words);
  const close = match === null ? [] : goodsMatching(db, { match, categoryId, limit: MOST_FOUND });
  for (const no of close) found.add(no);
  return { numbers: [...found], similar: exact === 0 && found.size > 0 };
}

/** A query for what the words may have been meant to be; null when they can be nothing else. */
function meant(db: ReadDb, words: readonly string[]): string | null {
  const choices = words.map((word) => [word, ...similarWords(db, indexWord(word))]);
  if (choices.every((choice) => choice.length === 1)) return null;
  return choices
    .map((choice) => `(${choice.map((word) => `"${word}"*`).join(" OR ")})`)
    .join(" AND ");
}

function similarWords(db: ReadDb, word: string): string[] {
  const letters = /^\p{L}+$/u.test(word);
  if (!letters || word.length < MIN_SIMILAR_LENGTH) return [];
  const near = indexedWords(db, word.slice(0, 1)).filter((term) => beginsAlmost(term, word));
  const others = otherBeginnings(word).filter((start) => anyMatch(db, `"${start}"*`));
  return [...near, ...others].slice(0, MOST_MEANT);
}

function productView(goods: GoodsRow): ProductView {
  const { productId, sku, barcode, name, makerId, makerName } = goods;
  const { categoryId, unitPrice, stock, pictureKey } = goods;
  const { mayCount } = countingOf(goods);
  const product = { productId, sku, barcode, name, makerId, makerName };
  const favourite = goods.favourite === 1;
  return { ...product, categoryId, unitPrice, stock, mayCount, pictureKey, favourite };
}
