import { CommandInput, ReprintInput } from "../../../shared/contract/core-api.ts";
import { PayInput } from "../../../shared/contract/paying.ts";
import { SaleView } from "../../../shared/contract/till-state.ts";
import { pay } from "../selling/pay.ts";
import { reprint } from "../selling/reprint.ts";
import { lastSaleView, saleViewByCommand } from "../selling/sale-view.ts";
import { procedure, router } from "./trpc.ts";

export const saleRouter = router({
  pay: procedure
    .input(PayInput)
    .output(SaleView)
    .mutation(({ ctx, input }) => pay(ctx.till, input)),
  // Asked after a restart, before anybody could log in again: whoever holds the id made the sale.
  byCommand: procedure
    .input(CommandInput)
    .output(SaleView.nullable())
    .query(({ ctx, input }) => saleViewByCommand(ctx.till, input.commandId)),
  last: procedure.output(SaleView.nullable()).query(({ ctx }) => {
    ctx.till.session.require();
    return lastSaleView(ctx.till);
  }),
  reprint: procedure
    .input(ReprintInput)
    .output(SaleView)
    .mutation(({ ctx, input }) => reprint(ctx.till, input)),
});
