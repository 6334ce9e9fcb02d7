import { z } from "zod";
import {
  CancelQrisInput,
  MerchantView,
  QrisInput,
  QrisTextInput,
  SetQrisInput,
  StartQrisInput,
} from "../../../shared/contract/paying.ts";
import { Uuid } from "../../../shared/contract/primitives.ts";
import { readMerchantCode, setMerchantCode } from "../paying/merchant-code.ts";
import { cancelQris, confirmQris, startQris } from "../paying/qris-payment.ts";
import { Done, procedure, router } from "./trpc.ts";

export const qrisRouter = router({
  read: procedure
    .input(QrisTextInput)
    .output(MerchantView)
    .query(({ ctx, input }) => readMerchantCode(ctx.till, input.text)),
  set: procedure
    .input(SetQrisInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      setMerchantCode(ctx.till, input);
      return {};
    }),
  start: procedure
    .input(StartQrisInput)
    .output(z.object({ qrisId: Uuid }))
    .mutation(async ({ ctx, input }) => {
      const started = await startQris(ctx.till, input);
      ctx.qrisWatch.wake();
      return started;
    }),
  confirm: procedure
    .input(QrisInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      confirmQris(ctx.till, input);
      return {};
    }),
  cancel: procedure
    .input(CancelQrisInput)
    .output(Done)
    .mutation(async ({ ctx, input }) => {
      await cancelQris(ctx.till, input);
      return {};
    }),
});
