import { AppError } from "../../../shared/contract/errors.ts";
import { PROTOCOL } from "../../../shared/contract/sync.ts";

/** The first centres do not say what they serve, and served this one alone. */
const FIRST_PROTOCOL = 1;

/** Tells a centre that is older than this till from one that serves it no more. */
export function namesOlderCentre(error: unknown): unknown {
  if (!(error instanceof AppError) || error.code !== "PROTOCOL_UNSUPPORTED") return error;
  const { newest = FIRST_PROTOCOL } = error.details;
  const isOlder = typeof newest === "number" && newest < PROTOCOL;
  return isOlder ? new AppError("CENTRE_TOO_OLD", { cause: error }) : error;
}
