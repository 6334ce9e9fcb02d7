import { z } from "zod";
import { CardBindingRow, DecideBinding } from "../../../shared/contract/centre-api.ts";
import { decideBinding } from "../cards/decide-binding.ts";
import { bindingRows } from "../stores/card-binding-view.ts";
import { roleProcedure, router } from "./trpc.ts";

/** Cards that the regency did not sign, as tills bound them. */
export const cardRouter = router({
  bindings: roleProcedure(["ADMIN", "BKPSDM", "AUDITOR"])
    .output(z.array(CardBindingRow))
    .query(({ ctx: { deps } }) => bindingRows(deps.database, deps.regencyId)),
  decide: roleProcedure(["ADMIN", "BKPSDM"])
    .input(DecideBinding)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await decideBinding(ctx.deps, { ...input, userId: ctx.user.userId });
      return {};
    }),
});
