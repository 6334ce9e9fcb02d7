import type { GoOnOfflineInput } from "../../../shared/contract/core-api.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import { restoredFrom } from "../backup/restore.ts";
import type { Till } from "../context.ts";
import type { ReadDb } from "../db/database.ts";
import { signingKeyId } from "../db/stores/key-change.ts";
import { currentCertificate, enrolment, till as tillRow } from "../db/stores/till.ts";
import type { Issued } from "../enrolment/enrolment.ts";
import { settleKeys } from "../keys/change-key.ts";
import type { KeyCustody } from "../keys/key-custody.ts";
import type { TillKeys } from "../keys/till-keys.ts";
import { activeStaff, checkPin } from "../staff/check-pin.ts";
import { goOnAsNewChain } from "./new-chain.ts";
import { vouchFor } from "./provisional.ts";
import { spareTillCode } from "./spare-code.ts";

/** What going on without the centre takes beside the till itself. */
type OfflineGoOn = {
  readonly custody: KeyCustody;
  /** ends the talk with the centre about the old chain */
  readonly offline: () => Promise<void>;
  /** reads anew who the till is, and talks to the centre as that */
  readonly online: () => void;
};

/** Whether a restored backup may be gone on from before the centre was asked. */
export function mayGoOnOffline(till: Pick<Till, "file" | "keys">): boolean {
  const db = till.file.db();
  return restoredFrom(db) !== null && enrolment(db) === null && vouching(till, db) !== null;
}

/**
 * Goes on from a restored backup as a new till, with the old till's key to vouch for it: a supervisor's
 * PIN, no centre. The new key waits, sealed, and the old one is kept for what the old chain still has to
 * send; then one transaction begins the new chain; then the new key takes the old one's place. The
 * file alone says which till it is, so a core that ends anywhere in between is the old one or the new.
 * Fails with: NOT_FOUND, NOT_ALLOWED (no supervisor, or no backup that may be gone on from), PIN_*,
 * KEY_UNAVAILABLE.
 */
async function goOnOffline(till: Till, by: OfflineGoOn, input: GoOnOfflineInput): Promise<void> {
  const supervisor = activeStaff(till, input.staffId);
  if (supervisor.role !== "SUPERVISOR" || !mayGoOnOffline(till)) throw new AppError("NOT_ALLOWED");
  await checkPin(till, supervisor, { pin: input.pin, withoutKeys: () => false });
  const next = await by.custody.renew();
  till.step("next key made");
  const { cashierId, name, role } = supervisor;
  try {
    await by.custody.keepFormer();
    till.step("old key kept");
    await by.offline();
    const vouched = vouchedTill(till, next);
    goOnAsNewChain(till, { ...vouched, keys: next, actorId: cashierId });
  } finally {
    try {
      settleKeys(till, by.custody, next);
    } finally {
      by.online();
    }
  }
  till.session.start({ cashierId, name, role });
  till.changed();
}

/** Goes on at most once, however often it is asked. */
export function offlineGoOn(
  till: Till,
  by: OfflineGoOn,
): (input: GoOnOfflineInput) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (input) => {
    const next = last.then(() => goOnOffline(till, by, input));
    last = next.catch(() => undefined);
    return next;
  };
}

/** What the old key vouches with; null where it is away, or no till code is kept free. */
function vouching(till: Pick<Till, "keys">, db: ReadDb) {
  const keys = till.keys();
  const certificate = currentCertificate(db);
  const tillCode = spareTillCode(db);
  if (keys === null || certificate === null || tillCode === null) return null;
  return keys.keyId === signingKeyId(db) ? { keys, certificate, tillCode } : null;
}

/** The new till, as if the centre had issued it. */
function vouchedTill(
  till: Till,
  { keyId, publicKey }: TillKeys,
): { readonly answer: Issued; readonly centreUrl: string; readonly at: number } {
  const db = till.file.db();
  const row = tillRow(db);
  const by = vouching(till, db);
  if (row === null || by === null) throw new AppError("NOT_ALLOWED");
  const { at } = till.clock.read(null);
  const next = { tillId: till.newId(), tillCode: by.tillCode, keyId, publicKey };
  const certificate = vouchFor(next, { ...by, at });
  const { outletId, rootPublicKey, sealedRegencyKey, centreUrl } = row;
  const answer = {
    state: "ISSUED" as const,
    certificate,
    rootPublicKey,
    // Those that the till has already stay.
    centreKeys: [],
    outletId,
    sealedRegencyKey,
  };
  return { answer, centreUrl, at };
}
