import { inStoreBarcode } from "./barcode.ts";
import type { CategoryId } from "./catalogue/categories.ts";
import { CRAFT_KINDS, NEVER_COUNTING_KINDS } from "./catalogue/craft.ts";
import { FOOD_KINDS } from "./catalogue/food.ts";
import type { ProductKind } from "./catalogue/kind.ts";
import { demoId } from "./demo-id.ts";
import type { DemoMaker } from "./makers.ts";
import type { Random } from "./random.ts";

export type DemoProduct = {
  readonly productId: string;
  readonly sku: string;
  /** null: sold loose, without a label */
  readonly barcode: string | null;
  readonly name: string;
  readonly makerId: string;
  readonly categoryId: CategoryId;
  readonly unitPrice: number;
  readonly shareBp: number;
  readonly pictureKey: string;
  readonly active: boolean;
};

const SHARES_BP = [500, 1_000, 1_000, 1_500];
const PRICE_STEP = 500;
const LOWEST_PRICE = 3_500;
const HIGHEST_PRICE = 750_000;

type Article = { readonly kind: ProductKind; readonly variant: string; readonly price: number };

/** `count` products: every kind and size once, then the same goods from a second maker. */
export function demoProducts(
  count: number,
  shop: { readonly makers: readonly DemoMaker[]; readonly regencyId: string },
  random: Random,
): DemoProduct[] {
  const offers = new Set<string>();
  const products: DemoProduct[] = [];
  const own = [...FOOD_KINDS, ...CRAFT_KINDS].flatMap(articles);
  const line = [...own, ...NEVER_COUNTING_KINDS.flatMap(articles)];
  while (products.length < count) {
    const article = line.shift() ?? random.pick(own);
    const maker = random.pick(makersOf(shop.makers, article.kind.category));
    const offer = `${maker.makerId}/${article.kind.name}/${article.variant}`;
    if (offers.has(offer)) continue;
    offers.add(offer);
    const barcode = inStoreBarcode(shop.regencyId, products.length + 1);
    products.push(demoProduct({ index: products.length, barcode, maker }, article, random));
  }
  return products;
}

function articles(kind: ProductKind): Article[] {
  return kind.variants.map(([variant, price]) => ({ kind, variant, price }));
}

function makersOf(makers: readonly DemoMaker[], category: CategoryId): DemoMaker[] {
  const found = makers.filter((maker) => maker.shelf === category);
  return found.length > 0 ? found : makers.filter((maker) => maker.shelf === "kantong");
}

function demoProduct(
  place: { readonly index: number; readonly barcode: string; readonly maker: DemoMaker },
  { kind, variant, price }: Article,
  random: Random,
): DemoProduct {
  const { index, barcode, maker } = place;
  const loose = kind.category === "buah" && random.chance(0.4);
  return {
    productId: demoId("product", index),
    sku: `${kind.category.slice(0, 3).toUpperCase()}-${String(index + 1).padStart(4, "0")}`,
    barcode: loose ? null : barcode,
    name: `${kind.name} ${variant}`.trim(),
    makerId: maker.makerId,
    categoryId: kind.category,
    unitPrice: priceOf(kind, price, random),
    shareBp: maker.shelf === "kantong" ? 0 : random.pick(SHARES_BP),
    pictureKey: kind.pictureKey,
    active: true,
  };
}

/** Makers ask a little more or less than each other; the cheapest and dearest stay as they are. */
function priceOf(kind: ProductKind, price: number, random: Random): number {
  if (price <= LOWEST_PRICE || price >= HIGHEST_PRICE || NEVER_COUNTING_KINDS.includes(kind)) {
    return price;
  }
  const moved = price * (1 + random.int(-6, 6) / 100);
  const stepped = Math.round(moved / PRICE_STEP) * PRICE_STEP;
  return Math.min(HIGHEST_PRICE, Math.max(LOWEST_PRICE, stepped));
}
