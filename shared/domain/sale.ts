import type { BuyerAssurance, CartBuyer } from "./cart.ts";
import { isRupiah, MAX_TOTAL, type Rupiah, rupiah } from "./money.ts";
import { countedOf } from "./obligation.ts";
import { instantMs, periodOf } from "./period.ts";
import type { PricedCart, PricedLine } from "./pricing.ts";
import { err, ok, type Result } from "./result.ts";

export type TenderKind = "CASH" | "QRIS" | "TRANSFER" | "CARD";
export type Tender = {
  readonly kind: TenderKind;
  readonly amount: number;
  readonly confirmedBy: "cashier" | "provider" | null;
};

/** What every body starts with. */
export type BodyHead = {
  readonly at: string;
  readonly clock: "CENTRE" | "WALL" | "DOUBTFUL";
  readonly actorId: string;
  readonly commandId: string;
  readonly approval?: { approverId: string; action: string } | undefined;
};

/** The body of a SALE; the shape of `SaleBody` in shared/contract. Key order is the journal's. */
export type SaleBody = {
  v: 1;
  kind: "SALE";
  at: string;
  clock: BodyHead["clock"];
  actorId: string;
  commandId: string;
  approval?: { approverId: string; action: string } | undefined;
  saleId: string;
  number: string;
  period: string;
  shiftId: string;
  outletId: string;
  feedSeq: number;
  buyer: SaleBuyer;
  lines: SaleLine[];
  total: number;
  counted: number;
  tenders: (Tender & { no: number })[];
  change: number;
  turnover: number;
  reversals: number;
  privateHash: string | null;
};
export type SaleBuyer = {
  kind: "ASN" | "PUBLIC" | "INSTITUTION";
  personId: string | null;
  assurance: BuyerAssurance | null;
  cardSerial: number | null;
  proxy: boolean;
  match: "MATCHED" | "PENDING" | "NONE";
};
export type SaleLine = {
  no: number;
  productId: string;
  makerId: string;
  batchId: string | null;
  qty: number;
  unitPrice: number;
  lineDiscount: number;
  saleDiscount: number;
  net: number;
  mayCount: boolean;
  shareBp: number;
};

export type SaleInput = {
  readonly head: BodyHead;
  readonly ids: { readonly saleId: string; readonly shiftId: string; readonly outletId: string };
  readonly number: string;
  readonly feedSeq: number;
  readonly priced: PricedCart;
  /** the total the cashier saw, before any cash rounding */
  readonly expectedTotal: number;
  readonly buyer: CartBuyer;
  readonly tenders: readonly Tender[];
  /** the till's running turnover before this sale */
  readonly turnoverBefore: number;
  readonly reversals: number;
  readonly privateHash: string | null;
};

export type SaleCode =
  | "CART_EMPTY"
  | "TOTAL_CHANGED"
  | "AMOUNT_MALFORMED"
  | "AMOUNT_TOO_LARGE"
  | "TENDER_BELOW_TOTAL"
  | "TENDER_ABOVE_TOTAL";

/** Decides a sale: the whole journal body, or why not. The period is the WIB month of `at`. */
export function buildSaleBody(input: SaleInput): Result<SaleBody, SaleCode> {
  const { head, ids, priced } = input;
  if (priced.lines.length === 0) return err("CART_EMPTY");
  if (input.expectedTotal !== priced.total + priced.rounding) return err("TOTAL_CHANGED");
  const change = changeOf(priced.total, input.tenders);
  if (!change.ok) return change;
  const turnover = input.turnoverBefore + priced.total;
  if (!isRupiah(turnover)) return err("AMOUNT_TOO_LARGE");
  return ok({
    v: 1,
    kind: "SALE",
    at: head.at,
    clock: head.clock,
    actorId: head.actorId,
    commandId: head.commandId,
    ...(head.approval === undefined ? {} : { approval: head.approval }),
    saleId: ids.saleId,
    number: input.number,
    period: periodOf(instantMs(head.at)),
    shiftId: ids.shiftId,
    outletId: ids.outletId,
    feedSeq: input.feedSeq,
    buyer: saleBuyer(input.buyer),
    lines: priced.lines.map(saleLine),
    total: priced.total,
    counted: saleCounted(input.buyer.kind, priced.lines),
    tenders: input.tenders.map(({ kind, amount, confirmedBy }, index) => ({
      no: index + 1,
      kind,
      amount,
      confirmedBy,
    })),
    change: change.value,
    turnover,
    reversals: input.reversals,
    privateHash: input.privateHash,
  });
}

/** What a sale counts: only a sale to an ASN counts towards anything. */
export function saleCounted(
  buyerKind: SaleBuyer["kind"],
  lines: readonly { readonly net: number; readonly mayCount: boolean }[],
): Rupiah {
  return buyerKind === "ASN" ? countedOf(lines) : rupiah(0);
}

/** What goes back to the buyer. Change is given on cash only, so nothing else may exceed the total. */
export function changeOf(
  total: Rupiah,
  tenders: readonly Tender[],
): Result<
  Rupiah,
  "AMOUNT_MALFORMED" | "AMOUNT_TOO_LARGE" | "TENDER_BELOW_TOTAL" | "TENDER_ABOVE_TOTAL"
> {
  let paid = 0;
  let cash = 0;
  for (const { kind, amount } of tenders) {
    if (amount > MAX_TOTAL) return err("AMOUNT_TOO_LARGE");
    if (!isRupiah(amount)) return err("AMOUNT_MALFORMED");
    paid += amount;
    if (kind === "CASH") cash += amount;
  }
  if (tenders.length === 0 || paid < total) return err("TENDER_BELOW_TOTAL");
  return paid - total <= cash ? ok(rupiah(paid - total)) : err("TENDER_ABOVE_TOTAL");
}

function saleLine(line: PricedLine, index: number): SaleLine {
  return {
    no: index + 1,
    productId: line.productId,
    makerId: line.makerId,
    batchId: line.batchId,
    qty: line.qty,
    unitPrice: line.unitPrice,
    lineDiscount: line.lineDiscount,
    saleDiscount: line.saleDiscount,
    net: line.net,
    mayCount: line.mayCount,
    shareBp: line.shareBp,
  };
}

function saleBuyer(buyer: CartBuyer): SaleBuyer {
  if (buyer.kind !== "ASN") {
    const nobody = { personId: null, assurance: null, cardSerial: null };
    return { kind: buyer.kind, ...nobody, proxy: false, match: "NONE" };
  }
  const { kind, personId, assurance, cardSerial, proxy, match } = buyer;
  return { kind, personId, assurance, cardSerial, proxy, match };
}
