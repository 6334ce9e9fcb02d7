import { isRupiah, MAX_QTY, MAX_UNIT_PRICE, type Rupiah, spreadDiscount } from "./money.ts";
import { err, ok, type Result } from "./result.ts";
import { type SaleBody, type SaleLine, saleCounted, type Tender } from "./sale.ts";

/** The part of a SALE body whose figures must agree. */
export type SaleSums = Pick<
  SaleBody,
  "buyer" | "lines" | "total" | "counted" | "tenders" | "change" | "turnover"
>;

/**
 * Whether a sale's figures agree with each other: each line, the spread of the sale discount, total,
 * counted, tenders and change. Fails with: ENTRY_SUMS.
 */
export function checkSaleSums(body: SaleSums): Result<true, "ENTRY_SUMS"> {
  const holds =
    body.lines.length > 0 &&
    body.lines.every(lineHolds) &&
    spreadHolds(body.lines) &&
    body.lines.reduce((sum, line) => sum + line.net, 0) === body.total &&
    body.counted === saleCounted(body.buyer.kind, body.lines) &&
    changeHolds(body.total, body.tenders, body.change) &&
    isRupiah(body.turnover) &&
    body.turnover >= body.total;
  return holds ? ok(true) : err("ENTRY_SUMS");
}

function lineHolds(line: SaleLine, index: number): boolean {
  const amounts = [line.unitPrice, line.lineDiscount, line.saleDiscount, line.net];
  return (
    line.no === index + 1 &&
    Number.isInteger(line.qty) &&
    line.qty >= 1 &&
    line.qty <= MAX_QTY &&
    line.unitPrice <= MAX_UNIT_PRICE &&
    amounts.every(isRupiah) &&
    line.qty * line.unitPrice - line.lineDiscount - line.saleDiscount === line.net
  );
}

function spreadHolds(lines: readonly SaleLine[]): boolean {
  const nets = lines.map((line) => line.net + line.saleDiscount).filter(isRupiah);
  const discount = lines.reduce((sum, line) => sum + line.saleDiscount, 0);
  if (nets.length !== lines.length || !isRupiah(discount)) return false;
  const shares: readonly Rupiah[] = spreadDiscount(nets, discount);
  return lines.every((line, index) => line.saleDiscount === shares[index]);
}

function changeHolds(
  total: number,
  tenders: readonly (Tender & { readonly no: number })[],
  change: number,
): boolean {
  if (!tenders.every((tender, index) => tender.no === index + 1 && isRupiah(tender.amount))) {
    return false;
  }
  const paid = tenders.reduce((sum, tender) => sum + tender.amount, 0);
  const cash = tenders.reduce((sum, { kind, amount }) => sum + (kind === "CASH" ? amount : 0), 0);
  return isRupiah(change) && paid - total === change && change <= cash && tenders.length > 0;
}
