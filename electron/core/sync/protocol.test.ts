import { expect, test } from "vitest";
import { AppError } from "../../../shared/contract/errors.ts";
import { PROTOCOL } from "../../../shared/contract/sync.ts";
import { namesOlderCentre } from "./protocol.ts";

const refused = (details = {}) => new AppError("PROTOCOL_UNSUPPORTED", { details });

test("a centre older than the till is said to be so, also one that does not say what it serves", () => {
  expect(namesOlderCentre(refused())).toMatchObject({ code: "CENTRE_TOO_OLD" });
  const older = refused({ oldest: 1, newest: PROTOCOL - 1 });
  expect(namesOlderCentre(older)).toMatchObject({ code: "CENTRE_TOO_OLD" });
});

test("a centre that serves only newer tills is not", () => {
  const newer = refused({ oldest: PROTOCOL + 1, newest: PROTOCOL + 3 });
  expect(namesOlderCentre(newer)).toBe(newer);
  const other = new AppError("CENTRE_UNREACHABLE");
  expect(namesOlderCentre(other)).toBe(other);
});
