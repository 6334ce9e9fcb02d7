import { Done, procedure, router } from "./trpc.ts";

export const syncRouter = router({
  now: procedure.output(Done).mutation(({ ctx }) => {
    ctx.syncNow();
    return {};
  }),
});
