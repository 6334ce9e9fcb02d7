import type { TRPC_ERROR_CODE_KEY } from "@trpc/server";
import type { ErrorCode } from "../../../shared/contract/errors.ts";

/** How each refusal is named in HTTP; whatever is not listed is a request that cannot be served as sent. */
const STATUS: Partial<Record<ErrorCode, TRPC_ERROR_CODE_KEY>> = {
  INTERNAL: "INTERNAL_SERVER_ERROR",
  NOT_ALLOWED: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  TILL_UNKNOWN: "UNAUTHORIZED",
  TILL_REVOKED: "FORBIDDEN",
  REQUEST_SIGNATURE: "UNAUTHORIZED",
  NONCE_EXPIRED: "UNAUTHORIZED",
  BODY_TOO_LARGE: "PAYLOAD_TOO_LARGE",
  RATE_LIMITED: "TOO_MANY_REQUESTS",
  NOT_LOGGED_IN: "UNAUTHORIZED",
  SESSION_EXPIRED: "UNAUTHORIZED",
  LOGIN_WRONG: "UNAUTHORIZED",
  LOGIN_LOCKED: "TOO_MANY_REQUESTS",
  PASSWORD_MUST_CHANGE: "FORBIDDEN",
  TOTP_REQUIRED: "UNAUTHORIZED",
  TOTP_WRONG: "UNAUTHORIZED",
};

/** The tRPC code, and so the HTTP status, of an error code. */
export function statusOf(code: ErrorCode): TRPC_ERROR_CODE_KEY {
  return STATUS[code] ?? "BAD_REQUEST";
}
