import type { DemoData } from "../../central/server/demo/generate.ts";
import type { DemoProduct } from "../../central/server/demo/products.ts";

/** Goods the run can sell: labelled, in stock at the first outlet, each name only once. */
export type Goods = {
  readonly counting: readonly LabelledProduct[];
  /** the cheapest bag: sold with the rest, never counted */
  readonly bag: LabelledProduct;
};
export type LabelledProduct = DemoProduct & { readonly barcode: string };

const ENOUGH_PIECES = 5;

export function goodsOf(demo: DemoData): Goods {
  const sellable = demo.products.filter((product): product is LabelledProduct =>
    isSellable(demo, product),
  );
  const counting = sellable.filter((product) => countsFor(demo, product));
  const bag = sellable.find((product) => product.categoryId === "kantong");
  if (bag === undefined) throw new Error("the demo sells no bag");
  return { counting, bag };
}

/** The `nth` counting product, from 0, whose price lies between two amounts. */
export function priced(
  goods: Goods,
  [from, to]: readonly [number, number],
  nth = 0,
): LabelledProduct {
  const found = goods.counting.filter(({ unitPrice }) => unitPrice >= from && unitPrice <= to)[nth];
  if (found === undefined) throw new Error(`no product between ${from} and ${to}`);
  return found;
}

function isSellable(demo: DemoData, product: DemoProduct): boolean {
  const [outlet] = demo.outlets;
  const stock = demo.stock.find(
    (one) => one.outletId === outlet?.outletId && one.productId === product.productId,
  );
  const namesakes = demo.products.filter((one) => one.name === product.name);
  return product.barcode !== null && (stock?.qty ?? 0) >= ENOUGH_PIECES && namesakes.length === 1;
}

function countsFor(demo: DemoData, { makerId, categoryId }: DemoProduct): boolean {
  const maker = demo.makers.find((one) => one.makerId === makerId);
  const category = demo.categories.find((one) => one.categoryId === categoryId);
  return maker?.verified === true && maker.ofRegency && category?.mayCount === true;
}
