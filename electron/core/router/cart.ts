import { z } from "zod";
import {
  DiscountInput,
  HeldCartView,
  HeldInput,
  HoldInput,
  NoteInput,
  PriceInput,
} from "../../../shared/contract/cart-api.ts";
import {
  AddLineInput,
  LineInput,
  SetQtyInput,
  StepQtyInput,
} from "../../../shared/contract/core-api.ts";
import { Uuid } from "../../../shared/contract/primitives.ts";
import {
  addProduct,
  clearCart,
  removeCartLine,
  setLineQty,
  stepLineQty,
  undoLines,
} from "../selling/cart-lines.ts";
import { setDiscount } from "../selling/discounts.ts";
import { discardCart, holdCart, resumeCart } from "../selling/hold.ts";
import { heldCartViews } from "../selling/held-view.ts";
import { setNote } from "../selling/note.ts";
import { setPrice } from "../selling/prices.ts";
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
  stepQty: procedure
    .input(StepQtyInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      stepLineQty(ctx.till, input.lineNo, input.by);
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
  hold: procedure
    .input(HoldInput)
    .output(z.object({ heldId: Uuid }))
    .mutation(({ ctx, input }) => holdCart(ctx.till, input)),
  held: procedure.output(z.array(HeldCartView)).query(({ ctx }) => heldCartViews(ctx.till)),
  resume: procedure
    .input(HeldInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      resumeCart(ctx.till, input);
      return {};
    }),
  discard: procedure
    .input(HeldInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      discardCart(ctx.till, input);
      return {};
    }),
  setDiscount: procedure
    .input(DiscountInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      setDiscount(ctx.till, input);
      return {};
    }),
  setPrice: procedure
    .input(PriceInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      setPrice(ctx.till, input);
      return {};
    }),
  setNote: procedure
    .input(NoteInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      setNote(ctx.till, input.note);
      return {};
    }),
  clear: procedure.output(Done).mutation(({ ctx }) => {
    clearCart(ctx.till);
    return {};
  }),
});
