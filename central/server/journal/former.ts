import type { FormerAnswer, FormerRequest } from "../../../shared/contract/former-till.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import { MAX_PUSH_BYTES } from "../../../shared/contract/sync.ts";
import type { CentreDeps } from "../deps.ts";
import { type ChainEntry, entriesBefore } from "../stores/entry-view.ts";
import { newestCountersigned } from "../stores/head.ts";
import { goesOnFrom } from "../stores/succession.ts";
import { certificatesOf, type TillRecord } from "../stores/till.ts";

/**
 * A page of the journal of a till that this one goes on from, the newest first, without private texts.
 * Fails with: TILL_REVOKED, NOT_ALLOWED (no former till of this one at its outlet).
 */
export async function formerEntries(
  { database }: CentreDeps,
  till: TillRecord,
  { formerTillId, before, limit }: FormerRequest,
): Promise<FormerAnswer> {
  if (till.state === "REVOKED") throw new AppError("TILL_REVOKED");
  const { regencyId } = till;
  if (!(await goesOnFrom(database, till, formerTillId))) throw new AppError("NOT_ALLOWED");
  const former = { regencyId, tillId: formerTillId };
  const head = await newestCountersigned(database, former);
  const certificates = await certificatesOf(database, regencyId, formerTillId);
  if (head === null) return { certificates, head, entries: [] };
  const entries = await entriesBefore(database, former, { seq: before ?? head.seq + 1, limit });
  return { certificates, head, entries: fitting(entries) };
}

/** As many as an answer may weigh, but always one. */
function fitting(entries: readonly ChainEntry[]): ChainEntry[] {
  let bytes = 0;
  return entries.filter(({ body }, index) => {
    bytes += Buffer.byteLength(body);
    return index === 0 || bytes <= MAX_PUSH_BYTES;
  });
}
