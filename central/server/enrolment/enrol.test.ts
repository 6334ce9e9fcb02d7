import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { certificateText, keyIdOf } from "../../../shared/domain/journal.ts";
import { EnrolAnswer } from "../../../shared/contract/sync.ts";
import { sha256Hex } from "../keys/digest.ts";
import { publicKeyOf, verifySignature } from "../keys/ed25519.ts";
import { SHOP } from "../testing/shop.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { TestTill } from "../testing/test-till.ts";
import { createEnrolmentCode } from "./create-code.ts";
import { decideEnrolment } from "./decide.ts";

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
const DAY = 24 * 60 * 60 * 1_000;
let nowMs = NOON;
let centre: TestCentre;
let codes = 0;
let till: TestTill;
let enrolment: { enrolmentId: string; code: string };

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => nowMs } });
}, 120_000);
afterAll(() => centre.close());

beforeEach(async () => {
  nowMs = NOON;
  codes += 1;
  till = new TestTill(centre.url);
  enrolment = await createEnrolmentCode(centre.centre.deps, {
    outletId: SHOP.outletId,
    tillCode: String(codes).padStart(2, "0"),
    deviceKind: "till",
    userId: null,
  });
});

const wrongProof = { proof: "A".repeat(43) };
const decide = (accept: boolean, fingerprint: string) =>
  decideEnrolment(centre.centre.deps, {
    enrolmentId: enrolment.enrolmentId,
    accept,
    fingerprint,
    userId: null,
  });
const fingerprintOf = async () => {
  const answer = EnrolAnswer.parse((await till.enrol(enrolment.code)).data);
  if (answer.state !== "PENDING") throw new Error(answer.state);
  return answer.fingerprint;
};

test("the admin's yes to the right fingerprint gives a certificate under the root", async () => {
  const fingerprint = await fingerprintOf();
  expect(fingerprint).toMatch(/^([A-Z2-7]{4}-){4}[A-Z2-7]{4}$/);
  await decide(true, fingerprint.toLowerCase().replaceAll("-", " "));
  const answer = EnrolAnswer.parse((await till.enrol(enrolment.code)).data);
  if (answer.state !== "ISSUED") throw new Error(answer.state);
  const { certificate, rootPublicKey } = answer;
  expect(certificate).toMatchObject({
    regencyId: "3513",
    outletCode: "KB",
    deviceKind: "till",
    fromSeq: 1,
    publicKey: till.publicKey,
    keyId: keyIdOf(sha256Hex, till.publicKey),
  });
  const text = certificateText(certificate);
  const root = publicKeyOf(rootPublicKey)!;
  expect(await verifySignature(root, text, certificate.issuerSignature)).toBe(true);
  expect(sha256Hex(Buffer.from(rootPublicKey, "base64"))).toBe(centre.centre.rootFingerprint);
});

test("another fingerprint is not accepted, and a no is told to the till", async () => {
  await fingerprintOf();
  await expect(decide(true, "AAAA-AAAA-AAAA-AAAA-AAAA")).rejects.toThrow("BAD_INPUT");
  await decide(false, "");
  expect(await till.enrol(enrolment.code)).toMatchObject({ data: { state: "REFUSED" } });
  await expect(decide(true, "")).rejects.toThrow("NOT_FOUND");
});

test("a code serves one key only, and the same key as often as it asks", async () => {
  await fingerprintOf();
  expect(await till.enrol(enrolment.code)).toMatchObject({ data: { state: "PENDING" } });
  const second = new TestTill(centre.url);
  expect(await second.enrol(enrolment.code)).toMatchObject({ code: "ENROL_CODE_USED" });
});

test("four wrong proofs are forgiven, the fifth uses the code up", async () => {
  for (let tried = 0; tried < 4; tried += 1) {
    expect(await till.enrol(enrolment.code, wrongProof)).toMatchObject({
      code: "ENROL_CODE_UNKNOWN",
    });
  }
  await fingerprintOf();

  const other = await centre.issueCode({ tillCode: "90" });
  for (let tried = 0; tried < 5; tried += 1) await till.enrol(other, wrongProof);
  expect(await till.enrol(other)).toMatchObject({ code: "ENROL_CODE_USED" });
});

test("a code is good for 24 hours", async () => {
  nowMs = NOON + DAY - 1;
  const fingerprint = await fingerprintOf();
  nowMs = NOON + DAY;
  expect(await till.enrol(enrolment.code)).toMatchObject({ code: "ENROL_CODE_EXPIRED" });
  await expect(decide(true, fingerprint)).rejects.toThrow("ENROL_CODE_EXPIRED");
});

test("an unknown code, an old protocol and a key that is none are refused", async () => {
  const lookup = { lookup: "0".repeat(16) };
  expect(await till.enrol(enrolment.code, lookup)).toMatchObject({ code: "ENROL_CODE_UNKNOWN" });
  const protocol = { protocol: 99 };
  expect(await till.enrol(enrolment.code, protocol)).toMatchObject({
    code: "PROTOCOL_UNSUPPORTED",
  });
  const swapped = { publicKey: till.sealPublicKey };
  expect(await till.enrol(enrolment.code, swapped)).toMatchObject({ code: "BAD_INPUT" });
});

test("section 9 row 7, numbers clash across tills: a till's code, part of its numbers, is given out once", async () => {
  const wanted = {
    outletId: SHOP.outletId,
    tillCode: String(codes).padStart(2, "0"),
    deviceKind: "till",
    userId: null,
  } as const;
  await expect(createEnrolmentCode(centre.centre.deps, wanted)).rejects.toThrow("BAD_INPUT");
});

test("every step by a person is in the audit trail, without the secret", async () => {
  const fingerprint = await fingerprintOf();
  await decide(true, fingerprint);
  const rows = await centre.centre.deps.database.query<{ action: string; after: string }>(
    "select action, after from audit where subject = $1 order by audit_id",
    [enrolment.enrolmentId],
  );
  expect(rows.map(({ action }) => action)).toEqual(["till.createCode", "till.decide"]);
  expect(JSON.stringify(rows)).not.toMatch(/secret/);
  await expect(centre.centre.deps.database.query("update audit set action = 'x'")).rejects.toThrow(
    /append-only/,
  );
});
