import { PreferencesInput } from "../../../shared/contract/preferences.ts";
import { setPreferences } from "../settings/preferences.ts";
import { Done, procedure, router } from "./trpc.ts";

export const preferenceRouter = router({
  set: procedure
    .input(PreferencesInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      setPreferences(ctx.till, input);
      return {};
    }),
});
