import type { KeyChangedBody } from "../../../shared/contract/till-bodies.ts";
import { keyChangeText, keyIdOf } from "../../../shared/domain/journal.ts";
import { utf8 } from "../../../shared/domain/text.ts";
import type { EntryPlace } from "../journal/journal.ts";
import { sha256Hex, verifyEd25519 } from "./ed25519.ts";

/** Whether a change of key goes on from this one, and the new key signed that, at this very place. */
export function tiesKeys(oldPublicKey: string, place: EntryPlace, body: KeyChangedBody): boolean {
  const { oldKeyId, newPublicKey, newSignature } = body;
  const { tillId, seq, prevHash } = place;
  const text = keyChangeText({ tillId, seq, prevHash, oldKeyId, newPublicKey });
  return (
    oldKeyId === keyIdOf(sha256Hex, oldPublicKey) &&
    newPublicKey !== oldPublicKey &&
    verifyEd25519(newPublicKey, utf8(text), Buffer.from(newSignature, "base64url"))
  );
}
