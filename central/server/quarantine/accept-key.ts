import type { Certificate } from "../../../shared/contract/sync.ts";
import type { Transaction } from "../database/database.ts";
import type { CentreDeps } from "../deps.ts";
import {
  certifyChanges,
  isChangeCertified,
  keyChangeOf,
  type Linked,
} from "../journal/key-change.ts";
import { certificatesOf, type TillRecord } from "../stores/till.ts";

/**
 * The certificate for the key that a KEY_CHANGED names: the till's own, or one by what both keys signed;
 * null: the till's certified key did not sign it, and no person can vouch in its place.
 */
export async function certificateFor(
  deps: CentreDeps,
  tx: Transaction,
  { till, entry }: { readonly till: TillRecord; readonly entry: Linked },
): Promise<Certificate | null> {
  const body = keyChangeOf(entry);
  if (body === null) return null;
  const certificates = await certificatesOf(tx, till.regencyId, till.tillId);
  const own = certificates.find((one) => isChangeCertified([one], entry.seq, body));
  const entries = [entry];
  const [issued] = await certifyChanges(deps, tx, { certificates, held: [], entries });
  return own ?? issued ?? null;
}
