import type { ChangeKeyInput } from "../../../shared/contract/change-key.ts";
import { AppError, isErrorCode } from "../../../shared/contract/errors.ts";
import { keyChangeText } from "../../../shared/domain/journal.ts";
import { tillSubject } from "../../../shared/domain/setting.ts";
import { base64urlEncode, utf8 } from "../../../shared/domain/text.ts";
import { once } from "../command.ts";
import type { Till } from "../context.ts";
import type { ReadDb, WriteDb } from "../db/database.ts";
import { commandById } from "../db/stores/command.ts";
import { journalHead } from "../db/stores/journal.ts";
import { signingKeyId } from "../db/stores/key-change.ts";
import { syncState } from "../db/stores/sync-state.ts";
import { enrolment } from "../db/stores/till.ts";
import type { EntryPlace } from "../journal/journal.ts";
import { allowedBy } from "../staff/approval.ts";
import { signEd25519 } from "./ed25519.ts";
import type { KeyCustody } from "./key-custody.ts";
import type { TillKeys } from "./till-keys.ts";

/** What changing the till's key takes beside the till itself. */
export type KeyChange = {
  readonly custody: KeyCustody;
  /** ends the talk with the centre, which the old key signs */
  readonly offline: () => Promise<void>;
  /** begins it anew with the key that the till has then */
  readonly online: () => void;
};

const PROCEDURE = "till.changeKey";

/**
 * Makes the till sign with another key. The new keys are sealed beside the old ones; then one
 * transaction writes KEY_CHANGED, which both sign; then the new ones take the place of the old. The
 * journal names the key that goes on, so a till that ends anywhere in between has it at its next
 * start. The centre need not be reached: it certifies the new key when it hears of it.
 * Fails with: NOT_LOGGED_IN, NOT_ENROLLED, KEY_UNAVAILABLE, TILL_CLOSED, FORK and the like where this
 * chain does not go on, ENROL_PENDING, APPROVAL_NEEDED {action}, APPROVAL_INVALID {action},
 * COMMAND_REUSED.
 */
async function changeKey(till: Till, by: KeyChange, input: ChangeKeyInput): Promise<void> {
  till.session.require();
  if (commandById(till.file.db(), input.commandId)?.procedure === PROCEDURE) return;
  requireSound(till, till.file.db());
  const next = await by.custody.renew();
  till.step("next key made");
  try {
    await by.offline();
    till.file.commit((db) => writeChange(till, db, { input, next }));
  } finally {
    try {
      settleKeys(till, by.custody, next);
    } finally {
      by.online();
    }
  }
  till.changed();
}

/**
 * Puts keys to come in place, or forgets them: the journal says whose turn it is, also where nobody
 * could tell how the transaction ended.
 */
export function settleKeys(till: Till, custody: KeyCustody, next: TillKeys): void {
  if (signingKeyId(till.file.db()) === next.keyId) {
    custody.promote(next);
    till.step("key in place");
  } else custody.forget(next);
}

/** Changes the till's key as often as it is asked to, one change after the other. */
export function keyChanges(till: Till, by: KeyChange): (input: ChangeKeyInput) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (input) => {
    const next = last.then(() => changeKey(till, by, input));
    last = next.catch(() => undefined);
    return next;
  };
}

function writeChange(
  till: Till,
  db: WriteDb,
  { input, next }: { readonly input: ChangeKeyInput; readonly next: TillKeys },
): void {
  const { commandId, approvalId } = input;
  const { cashierId: actorId } = till.session.require();
  const { at } = till.clock.read(journalHead(db)?.at ?? null);
  once(db, { commandId, procedure: PROCEDURE, content: {}, at }, () => {
    const { keyId: oldKeyId } = requireSound(till, db);
    const subject = tillSubject(till.identity().certificate);
    const approval = allowedBy(till, { action: "CHANGE_KEY", subject, amount: 0, approvalId });
    till.journal().write(db, {
      actorId,
      commandId,
      build: (head, place) => ({
        v: 1,
        kind: "KEY_CHANGED",
        ...head,
        ...(approval === null ? {} : { approval }),
        ...keyFields(place, oldKeyId, next),
      }),
    });
    return commandId;
  });
}

function keyFields(place: EntryPlace, oldKeyId: string, next: TillKeys): Record<string, string> {
  const { publicKey: newPublicKey, keyId: newKeyId, signingKey } = next;
  const text = keyChangeText({ ...place, oldKeyId, newPublicKey });
  const newSignature = base64urlEncode(signEd25519(signingKey, utf8(text)));
  return { oldKeyId, newKeyId, newPublicKey, newSignature };
}

/** The keys, where they sign this chain and it is the one to go on. */
function requireSound(till: Till, db: ReadDb): TillKeys {
  till.identity();
  const { stopCode } = syncState(db);
  if (isErrorCode(stopCode)) throw new AppError(stopCode);
  // The keys that wait are those of another chain.
  if (enrolment(db) !== null) throw new AppError("ENROL_PENDING");
  const keys = till.keys();
  if (keys === null || keys.keyId !== signingKeyId(db)) {
    throw new AppError("KEY_UNAVAILABLE", { retryable: true });
  }
  return keys;
}
