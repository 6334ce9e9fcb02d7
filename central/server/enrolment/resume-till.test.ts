import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  type Certificate,
  PROTOCOL,
  ReportAnswer,
  ResumeAnswer,
} from "../../../shared/contract/sync.ts";
import { certificateText, keyIdOf, provisionalText } from "../../../shared/domain/journal.ts";
import { instantText } from "../../../shared/domain/period.ts";
import { sha256Hex } from "../keys/digest.ts";
import { publicKeyOf, verifySignature } from "../keys/ed25519.ts";
import { certificatesOf, findTill } from "../stores/till.ts";
import { SHOP } from "../testing/shop.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { newId, post, TestTill } from "../testing/test-till.ts";
import { TillShift } from "../testing/till-shift.ts";
import { revokeTill } from "../tills/revoke-till.ts";
import { createEnrolmentCode } from "./create-code.ts";

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
const LATER = NOON + 1_800_000;
let centre: TestCentre;
let old: TestTill;
let shift: TillShift;
let spare: string;
let tills = 0;

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => NOON + 3_600_000 } });
}, 120_000);
afterAll(() => centre.close());

/** An old till with one sale at the centre, which was told the code kept for whoever goes on from it. */
beforeEach(async () => {
  tills += 1;
  const tillCode = String(tills).padStart(2, "0");
  old = await centre.enrolTill({ tillCode });
  await old.hello();
  shift = new TillShift(old, { startMs: NOON, tillCode });
  shift.sell();
  await old.push();
  spare = await spareOf(old);
});

async function spareOf(till: TestTill): Promise<string> {
  const facts = { unsent: 0, unsentSince: null, clockOffsetMs: 0, backupAt: null, waiting: [] };
  const { data } = await till.request(
    "till.report",
    JSON.stringify({ tillId: till.tillId, ...facts }),
  );
  return ReportAnswer.parse(data).spareTillCode ?? "";
}

type Asked = {
  readonly certificate?: Partial<Certificate>;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly vouching?: TestTill;
  readonly signing?: TestTill;
};

/** A till that the old one's key vouches for, with its RESUMED written, and what it asks the centre. */
async function goOn({ certificate: change = {}, body = {}, vouching = old, signing }: Asked = {}) {
  const till = new TestTill(centre.url);
  till.tillId = newId();
  const [first] = await certificatesOf(centre.centre.deps.database, "3513", old.tillId);
  const fields = {
    tillId: till.tillId,
    regencyId: "3513",
    outletCode: first?.outletCode ?? "",
    tillCode: spare,
    deviceKind: "till" as const,
    keyId: keyIdOf(sha256Hex, till.publicKey),
    publicKey: till.publicKey,
    fromSeq: 1,
    validFrom: instantText(LATER),
    issuerKeyId: keyIdOf(sha256Hex, old.publicKey),
    ...change,
  };
  const issuerSignature = vouching.sign(provisionalText(fields));
  const { issuerKeyId, validFrom } = fields;
  const last = old.entries.at(-1);
  const { turnover, reversals } = JSON.parse(last?.body ?? "{}") as Record<string, number>;
  const resumed = {
    v: 1,
    kind: "RESUMED",
    at: instantText(LATER),
    clock: "CENTRE",
    actorId: newId(),
    commandId: newId(),
    oldTillId: old.tillId,
    oldSeq: last?.seq,
    oldHash: last?.hash,
    turnover,
    reversals,
    provisional: { issuerKeyId, validFrom, issuerSignature },
    ...body,
  };
  const entry = till.write(resumed);
  const signature = signing?.sign("something else") ?? entry.signature;
  const request = {
    protocol: PROTOCOL,
    certificate: { ...fields, issuerSignature },
    resumed: { body: entry.body, signature },
  };
  const ask = () => post(`${centre.url}/trpc/till.resume`, JSON.stringify(request));
  return { till, ask };
}

const known = (tillId: string) => findTill(centre.centre.deps.database, tillId);
const codesOf = async (till: TestTill): Promise<string[]> => {
  await till.hello();
  const answer = await till.push();
  return answer.state === "ACCEPTED" ? answer.exceptions.map(({ code }) => code) : [answer.state];
};
const alarmOf = async (tillId: string): Promise<unknown> => {
  const sql = "select alarm from till where till_id = $1";
  return (await centre.centre.deps.database.query(sql, [tillId]))[0];
};

test("a till that the old key vouches for is certified by the root, sells on, and ends the old one", async () => {
  const { till, ask } = await goOn();
  const { certificate, sealedRegencyKey } = ResumeAnswer.parse((await ask()).data);
  expect(certificate).toMatchObject({ tillId: till.tillId, tillCode: spare, fromSeq: 1 });
  const { keys } = centre.centre.deps;
  const root = publicKeyOf(keys.root.publicKey)!;
  const text = certificateText(certificate);
  expect(await verifySignature(root, text, certificate.issuerSignature)).toBe(true);
  expect(sealedRegencyKey).not.toBeNull();
  new TillShift(till, { startMs: LATER + 60_000, tillCode: spare });
  expect(await codesOf(till)).toEqual([]);
  expect(await known(old.tillId)).toMatchObject({ state: "REVOKED", revokedAfterSeq: 3 });
  const [tie] = await centre.centre.deps.database.query(
    "select old_till_id as old, standing from succession where till_id = $1",
    [till.tillId],
  );
  expect(tie).toEqual({ old: old.tillId, standing: "HELD" });
  expect(await spareOf(till)).not.toBe(spare);
});

test("asking again gives the same certificate, and makes nothing anew", async () => {
  const { ask } = await goOn();
  const first = ResumeAnswer.parse((await ask()).data);
  const again = ResumeAnswer.parse((await ask()).data);
  expect(again.certificate).toEqual(first.certificate);
});

test("what the old chain still brings up to the place named is taken, and no more", async () => {
  shift.sell();
  const { ask } = await goOn();
  await ask();
  shift.sell();
  const answer = await old.push(4);
  expect(answer).toMatchObject({
    state: "ACCEPTED",
    exceptions: [{ seq: 5, code: "TILL_REVOKED" }],
  });
});

test("a second one from the same old till is an alarm, and all it wrote is kept aside", async () => {
  const first = await goOn();
  await first.ask();
  const second = await goOn();
  const { certificate, sealedRegencyKey } = ResumeAnswer.parse((await second.ask()).data);
  expect(certificate.tillCode).not.toBe(spare);
  expect(sealedRegencyKey).toBeNull();
  expect(await codesOf(second.till)).toEqual(["TILL_REVOKED"]);
  expect(await alarmOf(first.till.tillId)).toEqual({ alarm: "FORK" });
  expect(await codesOf(first.till)).toEqual([]);
});

test("a till of a revoked one is known, and what it wrote waits for a person", async () => {
  const { database } = centre.centre.deps;
  await database.query(
    "update till set state = 'REVOKED', revoked_after_seq = 3 where till_id = $1",
    [old.tillId],
  );
  const { till, ask } = await goOn();
  expect(ResumeAnswer.parse((await ask()).data).certificate.tillCode).toBe(spare);
  expect(await codesOf(till)).toEqual(["TILL_REVOKED"]);
  expect(await alarmOf(old.tillId)).toEqual({ alarm: null });
});

test("a second one of a revoked till is known under another code", async () => {
  const { database } = centre.centre.deps;
  await database.query(
    "update till set state = 'REVOKED', revoked_after_seq = 3 where till_id = $1",
    [old.tillId],
  );
  await (await goOn()).ask();
  const second = await goOn();
  const { certificate } = ResumeAnswer.parse((await second.ask()).data);
  expect(certificate.tillCode).not.toBe(spare);
  expect(await codesOf(second.till)).toEqual(["TILL_REVOKED"]);
});

test("a till that ends at an entry yet to come can be cut off at what there is", async () => {
  const { ask } = await goOn({ body: { oldSeq: 1_000_000 } });
  await ask();
  expect(await known(old.tillId)).toMatchObject({ revokedAfterSeq: 1_000_000 });
  const { deps } = centre.centre;
  const { tillId } = old;
  await revokeTill(deps, { userId: SHOP.supervisorId, tillId, reason: "kunci dicuri" });
  expect(await known(tillId)).toMatchObject({ state: "REVOKED", revokedAfterSeq: 3 });
});

test("what was certified as another's goes on from that one alone", async () => {
  const { till, ask } = await goOn();
  await ask();
  const [entry] = till.entries;
  const { provisional: _none, ...rest } = JSON.parse(entry?.body ?? "{}") as object & {
    provisional: unknown;
  };
  till.entries.length = 0;
  till.write({ ...rest, oldTillId: (await centre.enrolTill({ tillCode: "80" })).tillId });
  expect(await codesOf(till)).toEqual(["ENTRY_REFERENCE"]);
});

test("where the old till wrote on after that, it lives: an alarm, and the new one is kept aside", async () => {
  const { till, ask } = await goOn();
  old.write({
    v: 1,
    kind: "TILL_STARTED",
    at: instantText(LATER + 60_000),
    clock: "CENTRE",
    actorId: newId(),
    commandId: newId(),
  });
  await old.push();
  await ask();
  expect(await codesOf(till)).toEqual(["TILL_REVOKED"]);
  expect(await known(old.tillId)).toMatchObject({ state: "ACTIVE" });
  expect(await alarmOf(old.tillId)).toEqual({ alarm: "FORK" });
});

test.each<[string, (other: TestTill) => Asked, string]>([
  ["a key that is not the old till's", (other) => ({ vouching: other }), "REQUEST_SIGNATURE"],
  ["a first entry signed by another key", (other) => ({ signing: other }), "REQUEST_SIGNATURE"],
  ["another outlet's code", () => ({ certificate: { outletCode: "ZZ" } }), "BAD_INPUT"],
  ["another regency", () => ({ certificate: { regencyId: "3514" } }), "BAD_INPUT"],
  ["a key of another id", () => ({ certificate: { keyId: "0".repeat(16) } }), "BAD_INPUT"],
  ["a place amid the chain", () => ({ certificate: { fromSeq: 2 } }), "BAD_INPUT"],
  ["an entry without the vouching", () => ({ body: { provisional: undefined } }), "BAD_INPUT"],
  ["an entry of another kind", () => ({ body: { kind: "TILL_STARTED" } }), "BAD_INPUT"],
  ["an old till nobody knows", () => ({ body: { oldTillId: newId() } }), "TILL_UNKNOWN"],
])("%s is refused", async (_, asked, code) => {
  const { till, ask } = await goOn(asked(new TestTill(centre.url)));
  expect(await ask()).toMatchObject({ code });
  expect(await known(till.tillId)).toBeNull();
  expect(await known(old.tillId)).toMatchObject({ state: "ACTIVE" });
});

test("a RESUMED whose vouching is another till's is kept aside when it is pushed", async () => {
  const { ask, till } = await goOn();
  await ask();
  const forged = {
    issuerKeyId: "0".repeat(16),
    validFrom: instantText(LATER),
    issuerSignature: "",
  };
  const [entry] = till.entries.splice(0, 1);
  const body = JSON.parse(entry?.body ?? "{}") as Record<string, unknown>;
  const issuerSignature = till.sign("something else");
  till.write({ ...body, provisional: { ...forged, issuerSignature } });
  expect(await codesOf(till)).toEqual(["ENTRY_REFERENCE"]);
});

test("the code kept for whoever goes on is given to nobody else, and stays the same", async () => {
  expect(spare).toMatch(/^\d\d$/);
  expect(await spareOf(old)).toBe(spare);
  const wanted = {
    outletId: SHOP.outletId,
    tillCode: spare,
    deviceKind: "till",
    userId: null,
  } as const;
  await expect(createEnrolmentCode(centre.centre.deps, wanted)).rejects.toThrow("BAD_INPUT");
});
