import type { NotaView } from "../../../shared/contract/after-sale.ts";
import type { Till } from "../context.ts";
import { invoiceOf } from "./invoice.ts";

/**
 * Nota and kuitansi of a sale to an institution, for A4.
 * Fails with: NOT_LOGGED_IN, NOT_FOUND, SALE_VOIDED, SALE_RETURNED, NOT_ALLOWED for another buyer.
 */
export function notaOf(till: Till, saleId: string): NotaView {
  till.session.require();
  const { receipt, payer, reference } = invoiceOf(till, saleId, 0);
  const { outletName, outletAddress, number, at, cashierName, subtotal, total, code, qrUrl } =
    receipt;
  return {
    outletName,
    outletAddress,
    number,
    at,
    cashierName,
    payer,
    institution: receipt.institution?.type ?? null,
    reference,
    lines: receipt.lines.map(({ name, makerName, qty, unitPrice, gross }) => {
      return { name, makerName, qty, unitPrice, gross };
    }),
    subtotal,
    discount: receipt.lineDiscounts + receipt.saleDiscount,
    total,
    returned: receipt.reversed?.total ?? 0,
    paidBy: receipt.tenders.map(({ kind }) => kind),
    code,
    qrUrl,
  };
}
