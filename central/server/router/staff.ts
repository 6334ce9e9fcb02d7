import { z } from "zod";
import { IssuedStaffCard, StaffMember } from "../../../shared/contract/centre-api.ts";
import { Uuid } from "../../../shared/contract/primitives.ts";
import { issueStaffCard, withdrawCard } from "../staff/staff-card.ts";
import { staffMembers } from "../stores/staff-card.ts";
import { roleProcedure, router } from "./trpc.ts";

const Holder = z.object({ cashierId: Uuid });

export const staffRouter = router({
  list: roleProcedure(["ADMIN", "AUDITOR", "OUTLET_MANAGER"])
    .output(z.array(StaffMember))
    .query(({ ctx: { deps } }) => staffMembers(deps.database, deps.regencyId)),
  issueCard: roleProcedure(["ADMIN"])
    .input(Holder)
    .output(IssuedStaffCard)
    .mutation(({ ctx, input }) => issueStaffCard(ctx.deps, { ...input, userId: ctx.user.userId })),
  withdrawCard: roleProcedure(["ADMIN"])
    .input(Holder)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await withdrawCard(ctx.deps, { ...input, userId: ctx.user.userId });
      return {};
    }),
});
