import { AppError, type ErrorCode } from "../../../shared/contract/errors.ts";
import type { Result } from "../../../shared/domain/result.ts";

/** The value of a rule's yes; its no is told to the window by code. */
export function valueOf<T>(result: Result<T, ErrorCode>): T {
  if (!result.ok) throw new AppError(result.code);
  return result.value;
}
