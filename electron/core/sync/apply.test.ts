import { createHmac, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FeedChange } from "../../../shared/contract/feed.ts";
import { type ReadDb, transact } from "../db/database.ts";
import { openDatabase } from "../db/open.ts";
import { bindHere, cardBinding } from "../db/stores/card-binding.ts";
import { cashierById } from "../db/stores/cashier.ts";
import { monthCounted, personByNip } from "../db/stores/roster.ts";
import { lookupKey, nipLookup, openSealed } from "../keys/sealing.ts";
import { type ApplyKeys, prepare } from "./apply.ts";
import { sealForTest } from "./testing/seal-for-test.ts";

const TILL = "0190c6a0-0000-7000-8000-000000000001";
const PERSON = "0190c6a0-0000-7000-8000-000000000002";
const CASHIER = "0190c6a0-0000-7000-8000-000000000003";
const NIP = "199101012015011001";

const dataKey = randomBytes(32);
const deviceSecret = randomBytes(32);
const seal = generateKeyPairSync("x25519");
const keys: ApplyKeys = {
  tillId: TILL,
  rootPublicKey: "",
  sealKey: seal.privateKey,
  dataKey,
  deviceSecret,
  lookup: lookupKey(dataKey),
  random: (length) => randomBytes(length),
};

let folder = "";
let db: ReadDb;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bela-beli-"));
  db = openDatabase(join(folder, "till.db"));
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

function apply(change: FeedChange): boolean {
  const write = prepare(change, keys);
  if (write !== null) transact(db, write);
  return write !== null;
}
function person(feedSeq: number, name: string): FeedChange {
  const value = {
    personId: PERSON,
    nip: NIP,
    name,
    unitName: "SDN Contoh 1",
    officeName: "Dinas Pendidikan dan Kebudayaan",
    terms: [{ from: "2026-01-01", class: "PELAKSANA" as const, obliged: true }],
    exemptions: [],
    active: true,
  };
  return { kind: "person", feedSeq, value };
}
function cashier(sealedPin: string): FeedChange {
  const value = {
    cashierId: CASHIER,
    name: "Rina",
    role: "CASHIER" as const,
    salt: "c2FsdA",
    sealedPin,
    cardSerial: null,
    active: true,
  };
  return { kind: "cashier", feedSeq: 5, value };
}
const sealedFor = (to: KeyObject, tillId: string, pin: Uint8Array): string =>
  sealForTest(to, `cashier-pin\n${tillId}\n${CASHIER}`, pin);

describe("a change of the roster", () => {
  it("is found by its NIP and read with the data key", () => {
    apply(person(3, "Siti Contoh"));
    const row = personByNip(db, nipLookup(keys.lookup, NIP));
    const identity: unknown = JSON.parse(
      openSealed(dataKey, row?.identitySealed ?? randomBytes(40)),
    );
    expect(identity).toMatchObject({ nip: NIP, name: "Siti Contoh", unitName: "SDN Contoh 1" });
  });

  it("leaves no name and no NIP in the file", () => {
    apply(person(3, "Siti Contoh"));
    db.pragma("wal_checkpoint(TRUNCATE)");
    const file = readFileSync(join(folder, "till.db")).toString("latin1");
    expect(file).not.toContain("Siti Contoh");
    expect(file).not.toContain(NIP);
    expect(file).not.toContain("Dinas Pendidikan");
  });

  it("that comes again, or late, changes nothing back", () => {
    apply(person(7, "Nama Baru"));
    apply(person(3, "Nama Lama"));
    apply(person(7, "Nama Baru"));
    const row = personByNip(db, nipLookup(keys.lookup, NIP));
    expect(row?.feedSeq).toBe(7);
    expect(openSealed(dataKey, row?.identitySealed ?? randomBytes(40))).toContain("Nama Baru");
  });

  it("brings what the centre counted, and as of when", () => {
    const value = { personId: PERSON, period: "2026-11", counted: 45_000, asOf: 1_795_313_640_000 };
    apply({ kind: "month_total", feedSeq: 9, value });
    expect(monthCounted(db, PERSON, "2026-11")).toEqual({
      counted: 45_000,
      asOf: 1_795_313_640_000,
    });
  });
});

describe("a cashier's PIN record", () => {
  const pinRecord = randomBytes(32);

  it("sealed to this till is kept under the device's secret, never as it came", () => {
    expect(apply(cashier(sealedFor(seal.publicKey, TILL, pinRecord)))).toBe(true);
    const kept = Buffer.from(cashierById(db, CASHIER)?.pinHmac ?? []);
    expect(kept).toEqual(createHmac("sha256", deviceSecret).update(pinRecord).digest());
  });

  it("sealed to another key or for another till is not taken, and blocks nothing", () => {
    const other = generateKeyPairSync("x25519");
    const otherTill = "0190c6a0-0000-7000-8000-000000000009";
    expect(apply(cashier(sealedFor(other.publicKey, TILL, pinRecord)))).toBe(false);
    expect(apply(cashier(sealedFor(seal.publicKey, otherTill, pinRecord)))).toBe(false);
    expect(apply(cashier("rusak"))).toBe(false);
    expect(cashierById(db, CASHIER)).toBeNull();
  });
});

describe("the centre's word on a foreign card", () => {
  const hash = "5".repeat(64);
  const OTHER = "0190c6a0-0000-7000-8000-000000000004";
  const card = (feedSeq: number, personId: string, state: "PENDING" | "WITHDRAWN"): FeedChange => {
    return { kind: "card_binding", feedSeq, value: { hash, personId, state } };
  };

  it("takes the place of what was bound here, and what is bound after it stays", () => {
    transact(db, (write) => bindHere(write, { hash, personId: OTHER }));
    apply(card(7, PERSON, "PENDING"));
    expect(cardBinding(db, hash)).toMatchObject({ personId: PERSON, state: "PENDING" });
    apply(card(8, PERSON, "WITHDRAWN"));
    transact(db, (write) => bindHere(write, { hash, personId: OTHER }));
    apply(card(8, PERSON, "WITHDRAWN"));
    expect(cardBinding(db, hash)).toMatchObject({ personId: OTHER, state: "PENDING" });
  });
});

describe("a centre key from the feed", () => {
  it("that the root did not sign is not taken", () => {
    const value = {
      keyId: "0".repeat(16),
      publicKey: `${"A".repeat(59)}=`,
      validFrom: "2026-11-22T02:14:00.000Z",
      issuerSignature: "A".repeat(86),
    };
    expect(apply({ kind: "centre_key", feedSeq: 2, value })).toBe(false);
  });
});
