import { ChangeKeyInput } from "../../../shared/contract/change-key.ts";
import { CloseTillInput } from "../../../shared/contract/close-till.ts";
import { SetClockInput, SettingInput } from "../../../shared/contract/settings.ts";
import { closeTill } from "../settings/close-till.ts";
import { setClock } from "../settings/set-clock.ts";
import { changeSetting } from "../settings/settings.ts";
import { Done, procedure, router } from "./trpc.ts";

export const settingRouter = router({
  setClock: procedure
    .input(SetClockInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      setClock(ctx.till, input);
      return {};
    }),
  changeKey: procedure
    .input(ChangeKeyInput)
    .output(Done)
    .mutation(async ({ ctx, input }) => {
      await ctx.changeKey(input);
      return {};
    }),
  closeTill: procedure
    .input(CloseTillInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      closeTill(ctx.till, input);
      return {};
    }),
  set: procedure
    .input(SettingInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      changeSetting(ctx.till, input);
      return {};
    }),
});
