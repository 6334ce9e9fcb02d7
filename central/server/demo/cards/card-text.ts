import { cardSigningBytes, encodeCard } from "../../../../shared/domain/card.ts";
import { dayNumber } from "../../../../shared/domain/period.ts";
import type { CentreKeys } from "../../keys/centre-keys.ts";

const CARD_VERSION = 1;

/** The text of a card's QR, signed by the centre's card key: the same text each time it is asked for. */
export function cardText(
  key: CentreKeys["card"],
  card: { readonly personId: string; readonly serial: number; readonly expiresOn: string },
): string {
  const expires = dayNumber(card.expiresOn);
  if (expires === null) throw new RangeError("a card needs a last good day");
  const { personId, serial } = card;
  const frame = { version: CARD_VERSION, keyId: key.cardKeyId, personId, serial, expires };
  return encodeCard(frame, key.sign(cardSigningBytes(frame)));
}
