import { z } from "zod";
import { EnrolInput, GoOnOfflineInput } from "../../../shared/contract/core-api.ts";
import { requireMayGoOn } from "../resume/new-chain.ts";
import { procedure, router } from "./trpc.ts";

export const enrolRouter = router({
  start: procedure
    .input(EnrolInput)
    .output(z.object({ fingerprint: z.string() }))
    .mutation(({ ctx, input }) => ctx.enrolment.start(input)),
  goOnOffline: procedure
    .input(GoOnOfflineInput)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await ctx.goOnOffline(input);
      return {};
    }),
  goOn: procedure
    .input(EnrolInput.pick({ code: true }))
    .output(z.object({ fingerprint: z.string() }))
    .mutation(({ ctx, input }) => {
      requireMayGoOn(ctx.till);
      return ctx.enrolment.goOn(input.code);
    }),
});
