import { z } from "zod";
import { LoginRequest, Me } from "../../../shared/contract/centre-api.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import { base32Decode } from "../../../shared/domain/text.ts";
import { changePassword } from "../people/change-password.ts";
import { login } from "../people/login.ts";
import { proposeTotp, setSecondFactor } from "../people/second-factor.ts";
import { currentUser, tokenHash } from "../people/session.ts";
import { endSession } from "../stores/session.ts";
import { personProcedure, publicProcedure, router } from "./trpc.ts";

const Nothing = z.object({});

export const sessionRouter = router({
  me: publicProcedure.output(Me.nullable()).query(async ({ ctx }) => {
    try {
      return await currentUser(ctx.deps, ctx.request.sessionToken);
    } catch (error) {
      // Not being logged in is an answer to this question, not a failure.
      if (error instanceof AppError) return null;
      throw error;
    }
  }),
  login: publicProcedure
    .input(LoginRequest)
    .output(z.object({ mustChangePassword: z.boolean() }))
    .mutation(async ({ ctx, input }) => {
      const { token, expiresAt, mustChangePassword } = await login(ctx.deps, input);
      ctx.setSession(token, expiresAt);
      return { mustChangePassword };
    }),
  logout: publicProcedure.output(Nothing).mutation(async ({ ctx }) => {
    const { sessionToken } = ctx.request;
    const { database, regencyId } = ctx.deps;
    if (sessionToken !== null) await endSession(database, regencyId, tokenHash(sessionToken));
    ctx.setSession(null, 0);
    return {};
  }),
  changePassword: personProcedure
    .input(z.object({ current: z.string().max(200), next: z.string().max(200) }))
    .output(Nothing)
    .mutation(async ({ ctx, input }) => {
      const token = ctx.request.sessionToken ?? "";
      await changePassword(ctx.deps, ctx.user, { ...input, token });
      return {};
    }),
  proposeTotp: personProcedure
    .output(z.object({ secret: z.string(), uri: z.string() }))
    .mutation(({ ctx }) => proposeTotp(ctx.deps, ctx.user)),
  setTotp: personProcedure
    .input(z.object({ secret: z.string().max(64), code: z.string().max(12) }))
    .output(Nothing)
    .mutation(async ({ ctx, input: { secret: text, code } }) => {
      const secret = base32Decode(text);
      if (secret === null || secret.length < 20) throw new AppError("BAD_INPUT");
      await setSecondFactor(ctx.deps, ctx.user, { secret, code });
      return {};
    }),
});
