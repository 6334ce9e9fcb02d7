import { AppError } from "../../../shared/contract/errors.ts";
import { OLDEST_PROTOCOL, PROTOCOL } from "../../../shared/contract/sync.ts";

/** Says which versions are served where a till speaks another. Fails with: PROTOCOL_UNSUPPORTED. */
export function checkProtocol(protocol: number): void {
  if (protocol >= OLDEST_PROTOCOL && protocol <= PROTOCOL) return;
  throw new AppError("PROTOCOL_UNSUPPORTED", {
    details: { oldest: OLDEST_PROTOCOL, newest: PROTOCOL },
  });
}
