import { SettingInput } from "../../../shared/contract/settings.ts";
import { changeSetting } from "../settings/settings.ts";
import { Done, procedure, router } from "./trpc.ts";

export const settingRouter = router({
  set: procedure
    .input(SettingInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      changeSetting(ctx.till, input);
      return {};
    }),
});
