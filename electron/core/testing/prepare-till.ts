import { createPublicKey } from "node:crypto";
import { mkdirSync } from "node:fs";
import type { Clock } from "../adapters.ts";
import { transact, type WriteDb } from "../db/database.ts";
import { openTillFile } from "../db/till-file.ts";
import { keepIdentity } from "../identity.ts";
import { createIds, type NewId } from "../ids.ts";
import { createJournal } from "../journal/journal.ts";
import { writeKeys } from "../keys/key-file.ts";
import { createTillKeys, type TillKeys } from "../keys/till-keys.ts";
import { sealForTest } from "../sync/testing/seal-for-test.ts";
import { plainSealBox, systemClock, systemRandom } from "../system.ts";
import { createTillClock } from "../till-clock.ts";
import { cardText, createAuthority, issue, type SampleCard } from "./sample-authority.ts";
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
  /** Text of a card as the centre would sign it. */
  readonly cardOf: (card: SampleCard) => string;
};

export type Wanted = {
  readonly people?: number;
  readonly products?: number;
  readonly clock?: Clock;
  readonly centreUrl?: string;
};

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
  await writeKeys({ dataDir }, plainSealBox, keys);
  const root = createAuthority();
  const cardKey = createAuthority();
  const tillId = newId();
  const outletId = newId();
  const { publicKey } = keys;
  const at = clock.wallMs();
  const regencyKey = systemRandom(32);
  const purpose = `regency-key\n${tillId}`;
  const sealedRegencyKey = sealForTest(createPublicKey(keys.sealKey), purpose, regencyKey);
  const answer = issue({ root, tillId, outletId, publicKey, at, sealedRegencyKey });
  const file = openTillFile(dataDir, () => undefined);
  const shop = transact(file.db(), (db) => {
    keepIdentity(db, { answer, centreUrl, at });
    writeFirstEntry(db, { tillId, keys, clock, newId });
    const card = { cardKeyId: CARD_KEY_ID, cardPublicKey: cardKey.publicKey };
    return fillShop(db, { keys, newId, outletId, people, products, at, ...card });
  });
  file.close();
  const cardOf = (card: SampleCard): string => cardText(cardKey, CARD_KEY_ID, card);
  const { publicKey: rootPublicKey } = root;
  return { ...shop, dataDir, tillId, outletId, publicKey, rootPublicKey, cardOf };
}

function writeFirstEntry(
  db: WriteDb,
  by: {
    readonly tillId: string;
    readonly keys: TillKeys;
    readonly clock: Clock;
    readonly newId: NewId;
  },
): void {
  const { tillId, keys, newId } = by;
  const clock = createTillClock(by.clock, {
    offsetMs: null,
    latestAt: null,
    setOffsetMs: null,
    doubted: false,
  });
  createJournal({ tillId, keys: () => keys, clock, random: systemRandom, newId }).write(db, {
    actorId: tillId,
    commandId: newId(),
    build: (head) => ({ v: 1, kind: "TILL_STARTED", ...head }),
  });
}
