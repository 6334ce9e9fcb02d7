import { z } from "zod";
import { ApprovalInput, CardApprovalInput } from "../../../shared/contract/approval.ts";
import { Uuid } from "../../../shared/contract/primitives.ts";
import { approve, approveByCard } from "../staff/approval.ts";
import { procedure, router } from "./trpc.ts";

export const approvalRouter = router({
  request: procedure
    .input(ApprovalInput)
    .output(z.object({ approvalId: Uuid }))
    .mutation(({ ctx, input }) => approve(ctx.till, input)),
  byCard: procedure
    .input(CardApprovalInput)
    .output(z.object({ approvalId: Uuid }))
    .mutation(({ ctx, input }) => approveByCard(ctx.till, input)),
});
