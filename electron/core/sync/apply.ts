import { createHmac, type KeyObject } from "node:crypto";
import type { FeedChange } from "../../../shared/contract/feed.ts";
import type { RandomBytes } from "../adapters.ts";
import type { WriteDb } from "../db/database.ts";
import { upsertCardBinding } from "../db/stores/card-binding.ts";
import { upsertCashier } from "../db/stores/cashier.ts";
import {
  upsertCategory,
  upsertMaker,
  upsertOutlet,
  upsertProduct,
  upsertStock,
} from "../db/stores/catalogue.ts";
import { upsertCentreKey } from "../db/stores/centre-key.ts";
import { upsertPolicy } from "../db/stores/policy.ts";
import { upsertCard, upsertCardKey, upsertMonthTotal, upsertPerson } from "../db/stores/roster.ts";
import { nipLookup, sealText } from "../keys/sealing.ts";
import { trustsCentreKey } from "./trust.ts";
import { unsealForTill } from "./unseal.ts";

/** What turns the centre's rows into this till's: its secrets, and the root it believes. */
export type ApplyKeys = {
  readonly tillId: string;
  readonly rootPublicKey: string;
  readonly sealKey: KeyObject;
  readonly dataKey: Uint8Array;
  /** from `lookupKey(dataKey)` */
  readonly lookup: Uint8Array;
  readonly deviceSecret: Uint8Array;
  readonly random: RandomBytes;
};

/** The write that one change asks for; all ciphering is already done, so it is quick. */
export type Write = (db: WriteDb) => void;

/**
 * Makes the write of one change, outside any transaction. Null for a row that this till must not
 * take: a centre key the root did not sign, a PIN sealed to another till.
 */
export function prepare(change: FeedChange, keys: ApplyKeys): Write | null {
  const { feedSeq } = change;
  switch (change.kind) {
    case "outlet":
      return (db) => upsertOutlet(db, { ...change.value, feedSeq });
    case "category":
      return prepareCategory(change.value, feedSeq);
    case "maker":
      return prepareMaker(change.value, feedSeq);
    case "product":
      return prepareProduct(change.value, feedSeq);
    case "stock":
      return (db) => upsertStock(db, { ...change.value, feedSeq });
    case "person":
      return preparePerson(change.value, feedSeq, keys);
    case "card":
      return prepareCard(change.value, feedSeq);
    case "card_binding":
      return (db) => upsertCardBinding(db, { ...change.value, feedSeq });
    case "cashier":
      return prepareCashier(change.value, feedSeq, keys);
    case "policy":
      return preparePolicy(change.value, feedSeq);
    case "month_total":
      return (db) => upsertMonthTotal(db, { ...change.value, feedSeq });
    case "card_key":
      return (db) => upsertCardKey(db, { ...change.value, feedSeq });
    case "centre_key":
      return trustsCentreKey(keys.rootPublicKey, change.value)
        ? (db) => upsertCentreKey(db, change.value)
        : null;
  }
}

type Value<K extends FeedChange["kind"]> = Extract<FeedChange, { kind: K }>["value"];

function flag(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}

function prepareCategory(value: Value<"category">, feedSeq: number): Write {
  return (db) => upsertCategory(db, { ...value, mayCount: flag(value.mayCount), feedSeq });
}

function prepareMaker(value: Value<"maker">, feedSeq: number): Write {
  const verified = flag(value.verified);
  const ofRegency = flag(value.ofRegency);
  return (db) =>
    upsertMaker(db, { ...value, verified, ofRegency, active: flag(value.active), feedSeq });
}

function prepareProduct(value: Value<"product">, feedSeq: number): Write {
  return (db) => upsertProduct(db, { ...value, active: flag(value.active), feedSeq });
}

function prepareCard(value: Value<"card">, feedSeq: number): Write {
  return (db) => upsertCard(db, { ...value, revoked: flag(value.revoked), feedSeq });
}

function preparePolicy(value: Value<"policy">, feedSeq: number): Write {
  const obligations = JSON.stringify(value.obligations);
  const printObligationLine = flag(value.printObligationLine);
  return (db) => upsertPolicy(db, { ...value, obligations, printObligationLine, feedSeq });
}

function preparePerson(value: Value<"person">, feedSeq: number, keys: ApplyKeys): Write {
  const { personId, nip, name, unitName, officeName, terms, exemptions, active } = value;
  const identity = JSON.stringify({ nip, name, unitName, officeName });
  const row = {
    personId,
    nipLookup: nipLookup(keys.lookup, nip),
    identitySealed: sealText(keys.dataKey, identity, keys.random),
    terms: JSON.stringify(terms),
    exemptions: JSON.stringify(exemptions),
    active: flag(active),
    feedSeq,
  };
  return (db) => upsertPerson(db, row);
}

function prepareCashier(value: Value<"cashier">, feedSeq: number, keys: ApplyKeys): Write | null {
  const { cashierId, name, role, salt, sealedPin, cardSerial, active } = value;
  const purpose = `cashier-pin\n${keys.tillId}\n${cashierId}`;
  const pinRecord = unsealForTill(keys.sealKey, sealedPin, purpose);
  if (pinRecord === null) return null;
  const pinHmac = createHmac("sha256", keys.deviceSecret).update(pinRecord).digest();
  const row = { cashierId, name, role, salt, pinHmac, cardSerial, active: flag(active), feedSeq };
  return (db) => upsertCashier(db, row);
}
