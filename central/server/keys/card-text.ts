import {
  CARD_VERSIONS,
  type CardKind,
  cardSigningBytes,
  encodeCard,
} from "../../../shared/domain/card.ts";
import { dayNumber } from "../../../shared/domain/period.ts";
import type { CentreKeys } from "./centre-keys.ts";

/** The text of a card's QR, signed by the centre's card key: the same text each time it is asked for. */
export function cardText(
  key: CentreKeys["card"],
  card: {
    readonly kind: CardKind;
    readonly personId: string;
    readonly serial: number;
    readonly expiresOn: string;
  },
): string {
  const expires = dayNumber(card.expiresOn);
  if (expires === null) throw new RangeError("a card needs a last good day");
  const { personId, serial } = card;
  const version = CARD_VERSIONS[card.kind];
  const frame = { version, keyId: key.cardKeyId, personId, serial, expires };
  return encodeCard(frame, key.sign(cardSigningBytes(frame)));
}
