import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { mkdirSync } from "node:fs";
import type { CentreKey } from "../../../shared/contract/sync.ts";
import { encodeCard, cardSigningBytes } from "../../../shared/domain/card.ts";
import { certificateText, centreKeyText, keyIdOf } from "../../../shared/domain/journal.ts";
import { dayNumber, instantText } from "../../../shared/domain/period.ts";
import type { Clock } from "../adapters.ts";
import { transact } from "../db/database.ts";
import { openTillFile } from "../db/till-file.ts";
import { keepIdentity } from "../identity.ts";
import { createIds } from "../ids.ts";
import { createJournal } from "../journal/journal.ts";
import { sha256Hex } from "../keys/ed25519.ts";
import { writeKeys } from "../keys/key-file.ts";
import { createTillKeys } from "../keys/till-keys.ts";
import { plainSealBox, systemClock, systemRandom } from "../system.ts";
import { createTillClock } from "../till-clock.ts";
import { fillShop, type SampleShop } from "./sample-shop.ts";

/** A centre that is not there: nothing listens on this port. */
export const ABSENT_CENTRE = "http://127.0.0.1:9";

export type PreparedTill = SampleShop & {
  readonly dataDir: string;
  readonly tillId: string;
  readonly outletId: string;
  /** base64 SPKI DER */
  readonly publicKey: string;
  readonly rootPublicKey: string;
  /** Text of a card as the centre would sign it, good until 2099 unless told. */
  readonly cardOf: (card: {
    readonly personId: string;
    readonly serial: number;
    readonly expires?: string;
    readonly keyId?: number;
  }) => string;
};

export type Wanted = {
  readonly people?: number;
  readonly products?: number;
  readonly clock?: Clock;
  readonly centreUrl?: string;
};

/** The card key that `cardOf` signs with. */
const CARD_KEY_ID = 1;

/**
 * Makes a data folder of an enrolled till with a shop to sell from, as enrolment and the first pull
 * leave it, without a centre: `createCore` and the shell open it as any other. Its cashiers' PINs are
 * in the answer.
 */
export async function prepareTill(dataDir: string, wanted: Wanted = {}): Promise<PreparedTill> {
  const { people = 12, products = 12, clock = systemClock, centreUrl = ABSENT_CENTRE } = wanted;
  mkdirSync(dataDir, { recursive: true });
  const newId = createIds(clock, systemRandom);
  const keys = createTillKeys(systemRandom);
  await writeKeys(dataDir, plainSealBox, keys);
  const root = createAuthority();
  const cardKey = createAuthority();
  const tillId = newId();
  const outletId = newId();
  const at = clock.wallMs();
  const file = openTillFile(dataDir, () => undefined);
  const answer = issue({ root, tillId, outletId, publicKey: keys.publicKey, at });
  transact(file.db(), (db) => {
    keepIdentity(db, { answer, centreUrl, at });
    createJournal({
      tillId,
      keys: () => keys,
      clock: createTillClock(clock, null),
      random: systemRandom,
      newId,
    }).write(db, {
      actorId: tillId,
      commandId: newId(),
      build: (head) => ({ v: 1, kind: "TILL_STARTED", ...head }),
    });
  });
  const shop = transact(file.db(), (db) =>
    fillShop(db, { keys, newId, outletId, people, products, at, cardKeyId: CARD_KEY_ID, cardPublicKey: cardKey.publicKey }),
  );
  file.close();
  return {
    ...shop,
    dataDir,
    tillId,
    outletId,
    publicKey: keys.publicKey,
    rootPublicKey: root.publicKey,
    cardOf: ({ personId, serial, expires = "2099-12-31", keyId = CARD_KEY_ID }) => {
      const frame = { version: 1, keyId, personId, serial, expires: dayNumber(expires) ?? 0 };
      return encodeCard(frame, sign(null, cardSigningBytes(frame), cardKey.privateKey));
    },
  };
}

type Authority = { readonly privateKey: KeyObject; readonly publicKey: string };

function createAuthority(): Authority {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const der = publicKey.export({ format: "der", type: "spki" });
  return { privateKey, publicKey: der.toString("base64") };
}

function issue(by: {
  readonly root: Authority;
  readonly tillId: string;
  readonly outletId: string;
  readonly publicKey: string;
  readonly at: number;
}): Parameters<typeof keepIdentity>[1]["answer"] {
  const { root, tillId, outletId, publicKey, at } = by;
  const certificate = {
    tillId,
    regencyId: "3513",
    outletCode: "KB",
    tillCode: "01",
    deviceKind: "till" as const,
    keyId: keyIdOf(sha256Hex, publicKey),
    publicKey,
    fromSeq: 1,
    validFrom: instantText(at),
    issuerKeyId: keyIdOf(sha256Hex, root.publicKey),
  };
  return {
    state: "ISSUED",
    certificate: { ...certificate, issuerSignature: signText(root, certificateText(certificate)) },
    rootPublicKey: root.publicKey,
    centreKeys: [centreKeyOf(root, at)],
    outletId,
    sealedRegencyKey: "",
  };
}

function centreKeyOf(root: Authority, at: number): CentreKey {
  const { publicKey } = createAuthority();
  const key = {
    keyId: keyIdOf(sha256Hex, publicKey),
    publicKey,
    validFrom: instantText(at),
  };
  return { ...key, issuerSignature: signText(root, centreKeyText(key)) };
}

function signText(by: Authority, text: string): string {
  return sign(null, Buffer.from(text), by.privateKey).toString("base64url");
}

