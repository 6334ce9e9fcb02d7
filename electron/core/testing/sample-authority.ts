import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import type { CentreKey } from "../../../shared/contract/sync.ts";
import {
  CARD_VERSIONS,
  type CardKind,
  cardSigningBytes,
  encodeCard,
} from "../../../shared/domain/card.ts";
import { certificateText, centreKeyText, keyIdOf } from "../../../shared/domain/journal.ts";
import { dayNumber, instantText } from "../../../shared/domain/period.ts";
import type { Issued } from "../enrolment/enrolment.ts";
import { sha256Hex } from "../keys/ed25519.ts";

/** A key that certifies, as a centre's root and card keys do. `publicKey` is base64 SPKI DER. */
export type Authority = {
  readonly privateKey: KeyObject;
  readonly publicKey: string;
  readonly keyId: string;
};

export function createAuthority(): Authority {
  const { privateKey, publicKey: key } = generateKeyPairSync("ed25519");
  const publicKey = key.export({ format: "der", type: "spki" }).toString("base64");
  return { privateKey, publicKey, keyId: keyIdOf(sha256Hex, publicKey) };
}

/** What a centre with this root answers a till that it takes in. */
export function issue(by: {
  readonly root: Authority;
  readonly tillId: string;
  readonly outletId: string;
  readonly publicKey: string;
  readonly at: number;
  /** the regency's key as sealed to this till */
  readonly sealedRegencyKey: string;
}): Issued {
  const { root, tillId, outletId, publicKey, sealedRegencyKey } = by;
  const validFrom = instantText(by.at);
  const certificate = {
    tillId,
    regencyId: "3513",
    outletCode: "KB",
    tillCode: "01",
    deviceKind: "till" as const,
    keyId: keyIdOf(sha256Hex, publicKey),
    publicKey,
    fromSeq: 1,
    validFrom,
    issuerKeyId: root.keyId,
  };
  return {
    state: "ISSUED",
    certificate: { ...certificate, issuerSignature: signText(root, certificateText(certificate)) },
    rootPublicKey: root.publicKey,
    centreKeys: [certified(root, createAuthority(), validFrom)],
    outletId,
    sealedRegencyKey,
  };
}

export type SampleCard = {
  readonly personId: string;
  readonly serial: number;
  /** last good day, 2099 unless told */
  readonly expires?: string;
  readonly keyId?: number;
  /** a buyer's card unless told */
  readonly kind?: CardKind;
};

/** The text of a card signed by this key. */
export function cardText(by: Authority, keyId: number, card: SampleCard): string {
  const { personId, serial, expires = "2099-12-31" } = card;
  const frame = {
    version: CARD_VERSIONS[card.kind ?? "ASN"],
    keyId: card.keyId ?? keyId,
    personId,
    serial,
    expires: dayNumber(expires) ?? 0,
  };
  return encodeCard(frame, sign(null, cardSigningBytes(frame), by.privateKey));
}

function certified(root: Authority, { keyId, publicKey }: Authority, validFrom: string): CentreKey {
  const key = { keyId, publicKey, validFrom };
  return { ...key, issuerSignature: signText(root, centreKeyText(key)) };
}

function signText(by: Authority, text: string): string {
  return sign(null, Buffer.from(text), by.privateKey).toString("base64url");
}
