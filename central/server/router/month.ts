import { z } from "zod";
import { Period } from "../../../shared/contract/primitives.ts";
import { MonthState } from "../../../shared/contract/fleet-api.ts";
import { lockableFrom, lockMonth } from "../months/lock-month.ts";
import { monthState } from "../stores/month-lock.ts";
import { monthRevisions } from "../stores/month-revision.ts";
import { roleProcedure, router } from "./trpc.ts";

export const monthRouter = router({
  state: roleProcedure(["ADMIN", "DKUPP", "BKPSDM", "OPD_HEAD", "AUDITOR", "OUTLET_MANAGER"])
    .input(z.object({ period: Period }))
    .output(MonthState)
    .query(async ({ ctx: { deps }, input: { period } }) => {
      const state = await monthState(deps.database, deps.regencyId, period);
      const revisions = await monthRevisions(deps.database, deps.regencyId, period);
      return { ...state, revisions, lockableFrom: lockableFrom(period) };
    }),
  lock: roleProcedure(["ADMIN"])
    .input(z.object({ period: Period }))
    .output(z.object({}))
    .mutation(async ({ ctx, input: { period } }) => {
      await lockMonth(ctx.deps, { period, userId: ctx.user.userId });
      return {};
    }),
});
