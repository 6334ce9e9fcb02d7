import type { Certificate } from "../../../shared/contract/sync.ts";
import type { Transaction } from "../database/database.ts";
import { holdKey } from "../stores/held-key.ts";
import { saveCertificate, type TillRecord } from "../stores/till.ts";

/**
 * Keeps the keys that a till's entries changed to. One that it changed to while in service is certified;
 * a later one is only held, and its certificate not given out: whether the change counts is for a
 * person to say. The caller holds the till's head.
 */
export async function keepKeys(
  tx: Transaction,
  till: TillRecord,
  issued: readonly Certificate[],
): Promise<void> {
  const end = endOfService(till);
  for (const certificate of issued) {
    if (certificate.fromSeq - 1 <= end) await saveCertificate(tx, certificate);
    else await holdKey(tx, till, certificate);
  }
}

/** The last entry that a till wrote in service. */
function endOfService({ state, revokedAfterSeq, closedSeq }: TillRecord): number {
  const revoked = state === "REVOKED" ? (revokedAfterSeq ?? 0) : Number.POSITIVE_INFINITY;
  return Math.min(revoked, closedSeq ?? Number.POSITIVE_INFINITY);
}
