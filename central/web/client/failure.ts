import { TRPCClientError } from "@trpc/client";
import { z } from "zod";
import { type ErrorCode, type ErrorDetails, isErrorCode } from "../../../shared/contract/errors.ts";

/** What a failed request comes down to: one code of the closed list and its small facts. */
export type Failure = { readonly code: ErrorCode; readonly details: ErrorDetails };

const NamedFailure = z.object({
  code: z.string().refine(isErrorCode),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** Reads any thrown value; what the centre did not name is told as unreachable or broken. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof TRPCClientError)) return { code: "INTERNAL", details: {} };
  const named = NamedFailure.safeParse(error.data);
  if (named.success) return named.data;
  const answered = error.data !== undefined && error.data !== null;
  return { code: answered ? "CENTRE_ERROR" : "CENTRE_UNREACHABLE", details: {} };
}

/** True when the person has to log in (again) before anything else works. */
export function isSessionOver(error: unknown): boolean {
  const { code } = failureOf(error);
  return code === "SESSION_EXPIRED" || code === "NOT_LOGGED_IN";
}
