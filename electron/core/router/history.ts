import { z } from "zod";
import {
  HistoryInput,
  HistoryPage,
  NotaView,
  QuoteInput,
  ReturnInput,
  SaleDetailView,
  VoidInput,
} from "../../../shared/contract/after-sale.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import { Amount, Uuid } from "../../../shared/contract/primitives.ts";
import { searchHistory } from "../after-sale/history.ts";
import { notaOf } from "../after-sale/nota.ts";
import { printInvoice } from "../after-sale/print-invoice.ts";
import { quoteReturn, returnGoods } from "../after-sale/return-goods.ts";
import { reprintReversal } from "../after-sale/reprint-reversal.ts";
import { saleDetail } from "../after-sale/sale-detail.ts";
import { voidSale } from "../after-sale/void-sale.ts";
import type { Till } from "../context.ts";
import { saleById } from "../db/stores/sale.ts";
import { Done, procedure, router } from "./trpc.ts";

/** Fails with: NOT_LOGGED_IN, NOT_FOUND for a sale that is none. */
function requireSale(till: Till, saleId: string | null): void {
  till.session.require();
  const isNone = saleId !== null && saleById(till.file.db(), saleId) === null;
  if (isNone) throw new AppError("NOT_FOUND");
}

/** Sales that were made: found, shown, taken back. */
export const historyRouter = router({
  search: procedure
    .input(HistoryInput)
    .output(HistoryPage)
    .query(({ ctx, input }) => searchHistory(ctx.till, input)),
  detail: procedure
    .input(z.object({ saleId: Uuid }))
    .output(SaleDetailView)
    .query(({ ctx, input }) => saleDetail(ctx.till, input.saleId)),
  void: procedure
    .input(VoidInput)
    .output(SaleDetailView)
    .mutation(({ ctx, input }) => voidSale(ctx.till, input)),
  quote: procedure
    .input(QuoteInput)
    .output(z.object({ total: Amount, counted: Amount }))
    .query(({ ctx, input }) => quoteReturn(ctx.till, input)),
  return: procedure
    .input(ReturnInput)
    .output(SaleDetailView)
    .mutation(({ ctx, input }) => returnGoods(ctx.till, input)),
  reprint: procedure
    .input(z.object({ commandId: Uuid, reversalId: Uuid }))
    .output(Done)
    .mutation(({ ctx, input }) => {
      reprintReversal(ctx.till, input);
      return {};
    }),
  invoice: procedure
    .input(z.object({ commandId: Uuid, saleId: Uuid }))
    .output(Done)
    .mutation(({ ctx, input }) => {
      printInvoice(ctx.till, input);
      return {};
    }),
  nota: procedure
    .input(z.object({ saleId: Uuid }))
    .output(NotaView)
    .query(({ ctx, input }) => notaOf(ctx.till, input.saleId)),
  // The public display shows the receipt's QR until it is told to stop or the next line is sold.
  show: procedure
    .input(z.object({ saleId: Uuid.nullable() }))
    .output(Done)
    .mutation(({ ctx, input }) => {
      requireSale(ctx.till, input.saleId);
      ctx.states.showReceipt(input.saleId);
      ctx.till.changed();
      return {};
    }),
});
