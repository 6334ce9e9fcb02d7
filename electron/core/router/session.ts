import { z } from "zod";
import { LoginInput } from "../../../shared/contract/core-api.ts";
import { StaffRole } from "../../../shared/contract/roles.ts";
import { login } from "../staff/login.ts";
import { Done, procedure, router } from "./trpc.ts";

export const sessionRouter = router({
  login: procedure
    .input(LoginInput)
    .output(z.object({ name: z.string(), role: StaffRole }))
    .mutation(async ({ ctx, input }) => {
      const { name, role } = await login(ctx.till, input.cashierId, input.pin);
      return { name, role };
    }),
  logout: procedure.output(Done).mutation(({ ctx }) => {
    ctx.till.session.end();
    ctx.till.changed();
    return {};
  }),
});
