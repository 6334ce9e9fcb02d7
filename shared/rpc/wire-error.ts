import { TRPCError } from "@trpc/server";
import { AppError, type ErrorCode, isErrorCode } from "../contract/errors.ts";
import type { WireError } from "./frames.ts";

/** The error a caller is told for whatever a procedure threw; anything unforeseen is INTERNAL. */
export function wireErrorOf(thrown: unknown): WireError {
  const error = thrown instanceof TRPCError ? (thrown.cause ?? thrown) : thrown;
  if (error instanceof AppError) {
    return { code: error.code, details: { ...error.details }, retryable: error.retryable };
  }
  return { code: codeOf(thrown), details: {}, retryable: false };
}

/** The AppError behind a wire error; a code this version does not know is INTERNAL. */
export function appErrorOfWire(wire: WireError): AppError {
  const code = isErrorCode(wire.code) ? wire.code : "INTERNAL";
  return new AppError(code, { details: wire.details, retryable: wire.retryable });
}

function codeOf(thrown: unknown): ErrorCode {
  if (!(thrown instanceof TRPCError)) return "INTERNAL";
  switch (thrown.code) {
    case "BAD_REQUEST":
    case "PARSE_ERROR":
      return "BAD_INPUT";
    case "NOT_FOUND":
      return "NOT_FOUND";
    case "UNAUTHORIZED":
    case "FORBIDDEN":
      return "NOT_ALLOWED";
    default:
      return "INTERNAL";
  }
}
