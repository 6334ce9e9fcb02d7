import { AppError } from "../../../shared/contract/errors.ts";
import { Uuid } from "../../../shared/contract/primitives.ts";
import { requestText } from "../../../shared/domain/journal.ts";
import type { CentreDeps } from "../deps.ts";
import { publicKeyOf, verifySignature } from "../keys/ed25519.ts";
import { isNonceGood } from "../keys/nonce.ts";
import { newestKeyOf } from "../stores/held-key.ts";
import { findTill, type TillRecord } from "../stores/till.ts";
import type { RequestFacts } from "./context.ts";

/**
 * The till that signed a request: method, path, the bytes as sent and a nonce of ours.
 * Fails with: REQUEST_SIGNATURE, NONCE_EXPIRED, TILL_UNKNOWN.
 */
export async function authenticateTill(
  deps: CentreDeps,
  request: RequestFacts,
): Promise<TillRecord> {
  const { tillId, nonce, signature } = request;
  if (tillId === null || nonce === null || signature === null) {
    throw new AppError("REQUEST_SIGNATURE");
  }
  const till = Uuid.safeParse(tillId).success ? await findTill(deps.database, tillId) : null;
  if (till === null) throw new AppError("TILL_UNKNOWN");
  const key = publicKeyOf((await newestKeyOf(deps.database, till)) ?? "");
  const { method, path, bodyHash } = request;
  const text = requestText({ method, path, bodyHash, nonce });
  if (key === null || !(await verifySignature(key, text, signature))) {
    throw new AppError("REQUEST_SIGNATURE");
  }
  if (!isNonceGood(deps.keys.nonceKey, nonce, { tillId, nowMs: deps.clock.wallMs() })) {
    throw new AppError("NONCE_EXPIRED", { retryable: true });
  }
  return till;
}
