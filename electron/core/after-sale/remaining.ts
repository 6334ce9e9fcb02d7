import { type Rupiah, rupiah, sumRupiah } from "../../../shared/domain/money.ts";
import type { ReceiptModel } from "../../../shared/domain/receipt.ts";
import type { SoldLineRow } from "../db/stores/reversal.ts";

/**
 * A receipt as what is left of its sale after returns: pieces that stayed and what was paid for them.
 * Its discounts are one sum then: a share of a returned piece's is not told apart any more.
 */
export function remainingOf(receipt: ReceiptModel, sold: readonly SoldLineRow[]): ReceiptModel {
  if (sold.every(({ returnedQty }) => returnedQty === 0)) return receipt;
  const lines = receipt.lines.flatMap((line, index) => {
    const { returnedQty = 0, refunded = 0 } = sold[index] ?? {};
    const qty = line.qty - returnedQty;
    if (qty === 0) return [];
    const gross = rupiah(line.unitPrice * qty);
    const net = rupiah(line.net - refunded);
    return [{ ...line, qty, gross, net, lineDiscount: rupiah(gross - net) }];
  });
  const sum = (of: (line: ReceiptModel["lines"][number]) => Rupiah): Rupiah =>
    sumRupiah(lines.map(of));
  return {
    ...receipt,
    lines,
    subtotal: sum(({ gross }) => gross),
    lineDiscounts: sum(({ lineDiscount }) => lineDiscount),
    saleDiscount: rupiah(0),
    total: sum(({ net }) => net),
  };
}
