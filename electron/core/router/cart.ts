import { z } from "zod";
import { AddLineInput, LineInput, SetQtyInput } from "../../../shared/contract/core-api.ts";
import {
  addProduct,
  clearCart,
  removeCartLine,
  setLineQty,
  undoLines,
} from "../selling/cart-lines.ts";
import { Done, procedure, router } from "./trpc.ts";

export const cartRouter = router({
  add: procedure
    .input(AddLineInput)
    .output(z.object({ lineNo: z.int() }))
    .mutation(({ ctx, input }) => addProduct(ctx.till, input.productId, input.qty)),
  setQty: procedure
    .input(SetQtyInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      setLineQty(ctx.till, input.lineNo, input.qty);
      return {};
    }),
  removeLine: procedure
    .input(LineInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      removeCartLine(ctx.till, input.lineNo);
      return {};
    }),
  undo: procedure.output(Done).mutation(({ ctx }) => {
    undoLines(ctx.till);
    return {};
  }),
  clear: procedure.output(Done).mutation(({ ctx }) => {
    clearCart(ctx.till);
    return {};
  }),
});
