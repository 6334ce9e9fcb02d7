import type { FastifyInstance } from "fastify";
import { AppError, type ErrorCode } from "../../../shared/contract/errors.ts";
import type { Log } from "../deps.ts";
import { statusOf } from "../router/error-status.ts";

const HTTP_STATUS: Readonly<Record<string, number>> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  PAYLOAD_TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500,
};
const CODE_OF_STATUS: Readonly<Record<number, ErrorCode>> = {
  404: "NOT_FOUND",
  413: "BODY_TOO_LARGE",
  429: "RATE_LIMITED",
};
/** JSON-RPC's "invalid request": the client wants a number, the code is what tells. */
const JSON_RPC_INVALID = -32_600;

/** The one shape in which a failure leaves the centre, whether a procedure or HTTP itself refused. */
export function errorAnswer(error: AppError) {
  const { code, details, retryable } = error;
  const httpStatus = HTTP_STATUS[statusOf(code)] ?? 400;
  const data = { code, details, retryable, httpStatus };
  return { status: httpStatus, body: { error: { message: code, code: JSON_RPC_INVALID, data } } };
}

/** Answers what HTTP refuses before a procedure is reached; nothing of the cause leaves. */
export function registerErrorAnswers(app: FastifyInstance, log: Log): void {
  app.setErrorHandler<Error & { statusCode?: number }>(async (error, _request, reply) => {
    const answer = errorAnswer(asAppError(error));
    // A client that went away while it was answered is its own affair.
    const isGone = "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE";
    if (answer.status >= 500 && !isGone) log.error({ err: error }, "request failed");
    return reply.code(answer.status).send(answer.body);
  });
}

function asAppError(error: Error & { statusCode?: number }): AppError {
  if (error instanceof AppError) return error;
  const status = error.statusCode ?? 500;
  if (status >= 500) return new AppError("INTERNAL", { retryable: true, cause: error });
  const code = CODE_OF_STATUS[status] ?? "BAD_INPUT";
  return new AppError(code, { retryable: code === "RATE_LIMITED", cause: error });
}
