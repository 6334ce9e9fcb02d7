import type { z } from "zod";
import { CategoryChange, MakerChange, ProductChange } from "../../../shared/contract/feed.ts";
import type { SaleBody } from "../../../shared/contract/journal-bodies.ts";
import { mayCount } from "../../../shared/domain/obligation.ts";
import type { Queryable } from "../database/database.ts";

/** What the centre knew of a product and its maker when the till last pulled. */
export type LineStanding = {
  readonly isKnown: boolean;
  readonly counts: boolean;
  /** the product's price then, and the one before it: a line keeps the price it was added at */
  readonly prices: readonly number[];
};
export type StandingAt = (
  line: { readonly productId: string; readonly makerId: string },
  feedSeq: number,
) => LineStanding;

type Version = { readonly feed_seq: number; readonly kind: string; readonly value: string };

const UNKNOWN: LineStanding = { isKnown: false, counts: false, prices: [] };
const CategoryFlags = CategoryChange.pick({ categoryId: true, mayCount: true });
const MakerFlags = MakerChange.pick({ makerId: true, verified: true, ofRegency: true });
const ProductLinks = ProductChange.pick({
  productId: true,
  makerId: true,
  categoryId: true,
  unitPrice: true,
});

/** Loads every version of what the sales name and answers how it stood at a sale's `feedSeq`. */
export async function loadStandings(
  db: Queryable,
  regencyId: string,
  sales: readonly Pick<SaleBody, "lines">[],
): Promise<StandingAt> {
  const lines = sales.flatMap((sale) => sale.lines);
  const rows = await db.query<Version>(
    `select feed_seq, kind, value from eligibility
     where regency_id = $1 and (kind = 'category'
       or (kind = 'product' and key = any($2::text[]))
       or (kind = 'maker' and key = any($3::text[])))
     order by feed_seq`,
    [
      regencyId,
      [...new Set(lines.map(({ productId }) => productId))],
      [...new Set(lines.map(({ makerId }) => makerId))],
    ],
  );
  const of = <T>(kind: string, schema: z.ZodType<T>, keyOf: (value: T) => string) =>
    history(
      rows.filter((row) => row.kind === kind),
      schema,
      keyOf,
    );
  const products = of("product", ProductLinks, (value) => value.productId);
  const makers = of("maker", MakerFlags, (value) => value.makerId);
  const categories = of("category", CategoryFlags, (value) => value.categoryId);
  return remembered((productId, makerId, feedSeq) => {
    const [product = null, earlier = null] = products(productId, feedSeq);
    const [maker = null] = makers(makerId, feedSeq);
    if (product === null || maker === null || product.makerId !== makerId) return UNKNOWN;
    const counts = mayCount({
      makerVerified: maker.verified,
      makerOfRegency: maker.ofRegency,
      categoryMayCount: categories(product.categoryId, feedSeq)[0]?.mayCount ?? false,
    });
    const prices = [product, earlier].flatMap((version) => version?.unitPrice ?? []);
    return { isKnown: true, counts, prices };
  });
}

/** Thousands of lines of a batch name the same few goods, and each is asked for more than once. */
function remembered(
  standing: (productId: string, makerId: string, feedSeq: number) => LineStanding,
): StandingAt {
  const known = new Map<string, LineStanding>();
  return ({ productId, makerId }, feedSeq) => {
    const key = `${productId} ${makerId} ${feedSeq}`;
    const answer = known.get(key) ?? standing(productId, makerId, feedSeq);
    known.set(key, answer);
    return answer;
  };
}

/** The values a key had as of a feed number, the newest two first, from versions in rising order. */
function history<T>(
  rows: readonly Version[],
  schema: z.ZodType<T>,
  keyOf: (value: T) => string,
): (key: string, feedSeq: number) => readonly T[] {
  const versions = new Map<string, { feedSeq: number; value: T }[]>();
  for (const row of rows) {
    const value = schema.parse(JSON.parse(row.value));
    const known = versions.get(keyOf(value)) ?? [];
    known.push({ feedSeq: row.feed_seq, value });
    versions.set(keyOf(value), known);
  }
  return (key, feedSeq) => {
    const known = versions.get(key) ?? [];
    const newest = known.findLastIndex((version) => version.feedSeq <= feedSeq);
    return known
      .slice(Math.max(0, newest - 1), newest + 1)
      .toReversed()
      .map(({ value }) => value);
  };
}
