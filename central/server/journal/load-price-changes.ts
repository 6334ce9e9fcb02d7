import type { PriceChangedBody, SaleBody } from "../../../shared/contract/journal-bodies.ts";
import type { Queryable } from "../database/database.ts";
import type { StandingAt } from "../stores/eligibility.ts";
import { acceptedOfKind } from "../stores/entry.ts";
import { parseBody } from "./parse-body.ts";
import type { PriceChangesOf } from "./sale-facts.ts";

/** A sale's changed prices stand in the entries just before it, one a line at most. */
const MAX_LINES = 500;

type PlacedSale = { readonly seq: number; readonly body: SaleBody };

/** Reads the PRICE_CHANGED entries of those sales that have a price the product did not have. */
export async function loadPriceChanges(
  db: Queryable,
  till: { readonly regencyId: string; readonly tillId: string },
  { sales, standingAt }: { readonly sales: readonly PlacedSale[]; readonly standingAt: StandingAt },
): Promise<PriceChangesOf> {
  const seqs = sales.filter(({ body }) => hasOtherPrice(body, standingAt)).map(({ seq }) => seq);
  if (seqs.length === 0) return () => [];
  const range = { from: Math.min(...seqs) - MAX_LINES, to: Math.max(...seqs) };
  const texts = await acceptedOfKind(db, till, { kind: "PRICE_CHANGED", ...range });
  const changes = texts.flatMap(changeOf);
  return (saleId) => changes.filter((change) => change.saleId === saleId);
}

function hasOtherPrice(body: SaleBody, standingAt: StandingAt): boolean {
  return body.lines.some((line) => !standingAt(line, body.feedSeq).prices.includes(line.unitPrice));
}

function changeOf(text: string): PriceChangedBody[] {
  const parsed = parseBody(text);
  const known = parsed.state === "READ" ? parsed.known : null;
  return known?.kind === "PRICE_CHANGED" ? [known] : [];
}
