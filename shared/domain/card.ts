import type { VerifyEd25519 } from "./crypto.ts";
import { dateOfDayNumber, dayNumber } from "./period.ts";
import { err, ok, type Result } from "./result.ts";
import { base32Decode, base32Encode } from "./text.ts";
import { uuidBytes, uuidOfBytes } from "./uuid.ts";

/** What every ASN card's text starts with: letters and digits only, safe on any keyboard layout. */
export const CARD_PREFIX = "BBASN1";
/** What every staff card's text starts with; as long as `CARD_PREFIX`. */
export const STAFF_CARD_PREFIX = "BBSTF1";
/** Length of a whole card text: the prefix and 144 base32 characters (QR version 6-M). */
export const CARD_TEXT_LENGTH = CARD_PREFIX.length + 144;

const FRAME_BYTES = 26;
const SIGNATURE_BYTES = 64;

/** Whose card it is: a buyer's, or that of somebody who works at the tills. */
export type CardKind = "ASN" | "STAFF";

/** The signed version tells the kinds apart, so no card can be passed off as one of the other kind. */
export const CARD_VERSIONS = { ASN: 1, STAFF: 2 } as const satisfies Record<CardKind, number>;
const PREFIXES = { ASN: CARD_PREFIX, STAFF: STAFF_CARD_PREFIX } as const;

/**
 * What a card says. `personId` is of the roster, on a staff card of the staff. `expires` is its last
 * good day, in days since 1970-01-01.
 */
export type CardFrame = {
  readonly version: number;
  readonly keyId: number;
  readonly personId: string;
  readonly serial: number;
  readonly expires: number;
};

/** A card that holds: who, by internal id. */
export type CardIdentity = {
  readonly personId: string;
  readonly serial: number;
  readonly keyId: number;
  readonly expiresOn: string;
};

export type CardCode =
  | "CARD_MALFORMED"
  | "CARD_KEY_UNKNOWN"
  | "CARD_SIGNATURE"
  | "CARD_EXPIRED"
  | "CARD_REVOKED";

/** The 26 signed bytes: version, key id, personId, serial and expiry, numbers big-endian. */
export function cardSigningBytes(frame: CardFrame): Uint8Array {
  checkRange(frame.keyId, 0xff);
  checkRange(frame.serial, 0xffff_ffff);
  checkRange(frame.expires, 0xffff_ffff);
  const bytes = new Uint8Array(FRAME_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, frame.version);
  view.setUint8(1, frame.keyId);
  bytes.set(uuidBytes(frame.personId), 2);
  view.setUint32(18, frame.serial);
  view.setUint32(22, frame.expires);
  return bytes;
}

/** The card's text for its QR code. Throws RangeError when a field does not fit. */
export function encodeCard(frame: CardFrame, signature: Uint8Array): string {
  if (signature.length !== SIGNATURE_BYTES)
    throw new RangeError("an Ed25519 signature has 64 bytes");
  const bytes = new Uint8Array(FRAME_BYTES + SIGNATURE_BYTES);
  bytes.set(cardSigningBytes(frame));
  bytes.set(signature, FRAME_BYTES);
  const prefix = frame.version === CARD_VERSIONS.STAFF ? STAFF_CARD_PREFIX : CARD_PREFIX;
  return prefix + base32Encode(bytes);
}

/** The kind of card of ours a text wants to be, whole or not, in either case; null: none. */
export function cardKindOf(text: string): CardKind | null {
  const prefix = text.slice(0, CARD_PREFIX.length).toUpperCase();
  if (prefix === CARD_PREFIX) return "ASN";
  return prefix === STAFF_CARD_PREFIX ? "STAFF" : null;
}

/** True for a text that wants to be a card of ours, of either kind. */
export function looksLikeCard(text: string): boolean {
  return cardKindOf(text) !== null;
}

/** Takes a card's text apart; says nothing about whether its signature holds. */
export function decodeCard(
  text: string,
  kind: CardKind = "ASN",
): Result<
  { readonly frame: CardFrame; readonly signature: Uint8Array; readonly signed: Uint8Array },
  "CARD_MALFORMED"
> {
  const trimmed = text.length > CARD_TEXT_LENGTH * 2 ? "" : text.trim();
  if (trimmed.length !== CARD_TEXT_LENGTH || cardKindOf(trimmed) !== kind) {
    return err("CARD_MALFORMED");
  }
  const bytes = base32Decode(trimmed.slice(PREFIXES[kind].length));
  if (bytes === null) return err("CARD_MALFORMED");
  const view = new DataView(bytes.buffer);
  const personId = uuidOfBytes(bytes.slice(2, 18));
  if (view.getUint8(0) !== CARD_VERSIONS[kind] || personId === null) return err("CARD_MALFORMED");
  const expires = view.getUint32(22);
  if (expires > LAST_DAY) return err("CARD_MALFORMED");
  return ok({
    frame: {
      version: CARD_VERSIONS[kind],
      keyId: view.getUint8(1),
      personId,
      serial: view.getUint32(18),
      expires,
    },
    signature: bytes.slice(FRAME_BYTES),
    signed: bytes.slice(0, FRAME_BYTES),
  });
}

/** Years beyond 9999 have no date text. */
const LAST_DAY = 2_932_896;

/**
 * Judges a scanned card without asking anyone. `today` is the WIB date `YYYY-MM-DD`; `keyOf` gives
 * the card key as base64 SPKI DER; a card is good through the whole of its last day. `isRevoked` is
 * asked for a card that was signed and has not run out.
 */
export function checkCard(
  text: string,
  by: {
    readonly keyOf: (keyId: number) => string | undefined;
    readonly verify: VerifyEd25519;
    readonly today: string;
    readonly isRevoked: (serial: number, personId: string) => boolean;
    readonly kind?: CardKind;
  },
): Result<CardIdentity, CardCode> {
  const card = decodeCard(text, by.kind);
  if (!card.ok) return card;
  const { frame, signature, signed } = card.value;
  const publicKey = by.keyOf(frame.keyId);
  if (publicKey === undefined) return err("CARD_KEY_UNKNOWN");
  if (!by.verify(publicKey, signed, signature)) return err("CARD_SIGNATURE");
  if (frame.expires < (dayNumber(by.today) ?? Number.POSITIVE_INFINITY)) return err("CARD_EXPIRED");
  if (by.isRevoked(frame.serial, frame.personId)) return err("CARD_REVOKED");
  const { personId, serial, keyId, expires } = frame;
  return ok({ personId, serial, keyId, expiresOn: dateOfDayNumber(expires) });
}

function checkRange(value: number, max: number): void {
  if (!Number.isInteger(value) || value < 0 || value > max) {
    throw new RangeError("a card field does not fit its bytes");
  }
}
