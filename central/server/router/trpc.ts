import { initTRPC, TRPCError } from "@trpc/server";
import { AppError, type ErrorCode } from "../../../shared/contract/errors.ts";
import type { CentreRole } from "../../../shared/contract/roles.ts";
import { currentUser } from "../people/session.ts";
import { authenticateTill } from "./authenticate-till.ts";
import type { CentreContext } from "./context.ts";
import { statusOf } from "./error-status.ts";

/** Of an error only its code leaves: no message, no stack, no SQL. */
const t = initTRPC.context<CentreContext>().create({
  isDev: false,
  errorFormatter({ shape, error }) {
    const { code, details, retryable } = describe(error);
    const { httpStatus } = shape.data;
    return { message: code, code: shape.code, data: { code, details, retryable, httpStatus } };
  },
});

function describe(error: TRPCError): Pick<AppError, "code" | "details" | "retryable"> {
  if (error.cause instanceof AppError) return error.cause;
  const code = CODE_OF_TRPC[error.code] ?? "BAD_INPUT";
  return { code, details: {}, retryable: code === "INTERNAL" };
}

const CODE_OF_TRPC: Partial<Record<TRPCError["code"], ErrorCode>> = {
  INTERNAL_SERVER_ERROR: "INTERNAL",
  NOT_FOUND: "NOT_FOUND",
  PAYLOAD_TOO_LARGE: "BODY_TOO_LARGE",
};

export const router = t.router;

/** The one call whose texts may hold what a database's text may not: they are kept in another form. */
const KEEPS_ANY_TEXT = "till.push";

/** Anyone may call it. Gives every refusal its HTTP status. */
export const publicProcedure = t.procedure.use(async ({ next, path, getRawInput }) => {
  // A call without a body has no input to read; one that cannot be read is refused where it is parsed.
  const input = await getRawInput().catch(() => null);
  if (path !== KEEPS_ANY_TEXT && holdsNul(input)) {
    throw new TRPCError({ code: "BAD_REQUEST", message: "BAD_INPUT" });
  }
  const result = await next();
  if (result.ok || !(result.error.cause instanceof AppError)) return result;
  const { cause } = result.error;
  throw new TRPCError({ code: statusOf(cause.code), message: cause.code, cause });
});

/** A till that signed this very request with its certified key. */
export const tillProcedure = publicProcedure.use(async ({ ctx, next }) => {
  const till = await authenticateTill(ctx.deps, ctx.request);
  return next({ ctx: { till } });
});

/** A logged-in person, even one who must still change the first password. */
export const personProcedure = publicProcedure.use(async ({ ctx, next, type }) => {
  const { contentType, sessionToken } = ctx.request;
  // A form on another site can send a cookie, but never this content type.
  if (type === "mutation" && !contentType.startsWith("application/json")) {
    throw new AppError("NOT_ALLOWED");
  }
  return next({ ctx: { user: await currentUser(ctx.deps, sessionToken) } });
});

/** A logged-in person with one of these roles and a password of their own. */
export function roleProcedure(roles: readonly CentreRole[]) {
  return personProcedure.use(({ ctx, next }) => {
    if (ctx.user.mustChangePassword) throw new AppError("PASSWORD_MUST_CHANGE");
    if (!roles.includes(ctx.user.role)) throw new AppError("NOT_ALLOWED");
    return next();
  });
}

/** A NUL somewhere in the texts of a JSON value. */
function holdsNul(value: unknown): boolean {
  if (typeof value === "string") return value.includes("\u0000");
  return typeof value === "object" && value !== null && Object.values(value).some(holdsNul);
}
