import { z } from "zod";
import { Period } from "../../../shared/contract/primitives.ts";
import { lockMonth } from "../months/lock-month.ts";
import { roleProcedure, router } from "./trpc.ts";

export const monthRouter = router({
  lock: roleProcedure(["ADMIN"])
    .input(z.object({ period: Period }))
    .output(z.object({}))
    .mutation(async ({ ctx, input: { period } }) => {
      await lockMonth(ctx.deps, { period, userId: ctx.user.userId });
      return {};
    }),
});
