import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import type { CentreRouter } from "../../server/router/root.ts";
import { failureOf, isSessionOver } from "./failure.ts";

const answered = (message: string, data: object) =>
  TRPCClientError.from<CentreRouter>({ error: { message, code: -32_603, data } } as never);

test("a refusal of the centre is known by its code", () => {
  const data = { code: "LOGIN_LOCKED", details: { until: 1 }, retryable: false, httpStatus: 401 };
  expect(failureOf(answered("LOGIN_LOCKED", data))).toEqual({
    code: "LOGIN_LOCKED",
    details: { until: 1 },
  });
});

test("an answer without a known code is the centre's trouble, no answer is the network's", () => {
  expect(failureOf(answered("Bad Gateway", { httpStatus: 502 })).code).toBe("CENTRE_ERROR");
  expect(failureOf(TRPCClientError.from(new TypeError("fetch failed"))).code).toBe(
    "CENTRE_UNREACHABLE",
  );
});

test("a fault of the page itself is not blamed on the network", () => {
  expect(failureOf(new RangeError("page")).code).toBe("INTERNAL");
});

test("only an ended session sends a person back to the login", () => {
  const ended = { code: "SESSION_EXPIRED", details: {}, retryable: false, httpStatus: 401 };
  const wrong = { code: "LOGIN_WRONG", details: {}, retryable: false, httpStatus: 401 };
  expect(isSessionOver(answered("SESSION_EXPIRED", ended))).toBe(true);
  expect(isSessionOver(answered("LOGIN_WRONG", wrong))).toBe(false);
});
