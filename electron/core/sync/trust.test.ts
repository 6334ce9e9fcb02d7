import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { CentreKey, Certificate, EnrolAnswer } from "../../../shared/contract/sync.ts";
import {
  centreKeyText,
  certificateText,
  fingerprintOf,
  headText,
  helloAnswerText,
  keyIdOf,
} from "../../../shared/domain/journal.ts";
import { base64urlEncode, utf8 } from "../../../shared/domain/text.ts";
import { sha256Hex, signEd25519 } from "../keys/ed25519.ts";
import { checkIssued } from "./enrol-client.ts";
import {
  trustedKeys,
  trustsCentreKey,
  trustsCertificate,
  trustsHead,
  trustsHello,
} from "./trust.ts";

type Issued = Extract<EnrolAnswer, { state: "ISSUED" }>;
type Pair = { key: KeyObject; publicKey: string; keyId: string };
function pair(): Pair {
  const key = generateKeyPairSync("ed25519").privateKey;
  const der = createPublicKey(key).export({ format: "der", type: "spki" });
  const publicKey = der.toString("base64");
  return { key, publicKey, keyId: keyIdOf(sha256Hex, publicKey) };
}
const signed = ({ key }: Pair, text: string): string =>
  base64urlEncode(signEd25519(key, utf8(text)));

const TILL = "0190c6a0-0000-7000-8000-000000000001";
const NOW = "2026-11-22T02:14:00.000Z";
const [root, stranger, centre, till] = [pair(), pair(), pair(), pair()];

function centreKey(by: Pair): CentreKey {
  const fields = { keyId: centre.keyId, publicKey: centre.publicKey, validFrom: NOW };
  return { ...fields, issuerSignature: signed(by, centreKeyText(fields)) };
}
function certificate(by: Pair, more: Partial<Certificate> = {}): Certificate {
  const fields = {
    tillId: TILL,
    regencyId: "3513",
    outletCode: "GDK",
    tillCode: "01",
    deviceKind: "till" as const,
    keyId: till.keyId,
    publicKey: till.publicKey,
    fromSeq: 1,
    validFrom: NOW,
    issuerKeyId: by.keyId,
    ...more,
  };
  return { ...fields, issuerSignature: signed(by, certificateText(fields)) };
}
const keys = trustedKeys(root.publicKey, [centreKey(root)]);

describe("a till trusts", () => {
  it("centre keys that its root signed, and no other", () => {
    expect(trustsCentreKey(root.publicKey, centreKey(root))).toBe(true);
    expect(trustsCentreKey(root.publicKey, centreKey(stranger))).toBe(false);
    const renamed = { ...centreKey(root), keyId: stranger.keyId };
    expect(trustsCentreKey(root.publicKey, renamed)).toBe(false);
    expect(trustedKeys(root.publicKey, [centreKey(stranger)]).size).toBe(0);
  });

  it("a certificate its root issued, as it was issued", () => {
    expect(trustsCertificate(root.publicKey, certificate(root))).toBe(true);
    expect(trustsCertificate(root.publicKey, certificate(stranger))).toBe(false);
    const moved = { ...certificate(root), regencyId: "3514" };
    expect(trustsCertificate(root.publicKey, moved)).toBe(false);
  });

  it("heads of its own chain, signed by a trusted key", () => {
    const fields = {
      centreKeyId: centre.keyId,
      tillId: TILL,
      seq: 3,
      hash: "a".repeat(64),
      receivedAt: NOW,
    };
    const head = { ...fields, signature: signed(centre, headText(fields)) };
    expect(trustsHead(keys, TILL, head)).toBe(true);
    expect(trustsHead(keys, TILL, { ...head, seq: 4 })).toBe(false);
    expect(trustsHead(keys, "0190c6a0-0000-7000-8000-000000000002", head)).toBe(false);
    expect(trustsHead(new Map(), TILL, head)).toBe(false);
  });

  it("a time and a head only in answer to its own hello", () => {
    const asked = { tillId: TILL, clientRandom: "0".repeat(32) };
    const answer = {
      centreTime: 1_795_313_640_000,
      head: { seq: 0, hash: sha256Hex(TILL) },
      countersignature: null,
      nonce: "n",
      nonceExpiresAt: 1_795_314_240_000,
      centreKeyId: centre.keyId,
      feedSeq: 0,
    };
    const { centreTime, head, nonce } = answer;
    const text = helloAnswerText({
      ...asked,
      centreTime,
      headSeq: head.seq,
      headHash: head.hash,
      nonce,
    });
    const sound = { ...answer, signature: signed(centre, text) };
    expect(trustsHello(keys, asked, sound)).toBe(true);
    expect(trustsHello(keys, { ...asked, clientRandom: "1".repeat(32) }, sound)).toBe(false);
    expect(trustsHello(keys, asked, { ...sound, centreTime: centreTime + 1 })).toBe(false);
    expect(trustsHello(keys, asked, { ...sound, signature: signed(stranger, text) })).toBe(false);
  });
});

describe("an issued certificate", () => {
  const rootPrefix = fingerprintOf(sha256Hex, root.publicKey).slice(0, 20);
  const asked = { rootPrefix, publicKey: till.publicKey };
  const issued = (by: Pair, more: Partial<Certificate> = {}): Issued => ({
    state: "ISSUED",
    certificate: certificate(by, more),
    rootPublicKey: by.publicKey,
    centreKeys: [centreKey(by)],
    outletId: TILL,
    sealedRegencyKey: "",
  });

  it("is taken from the root that the code names", () => {
    expect(checkIssued(issued(root), asked)).toEqual({ ok: true, value: true });
  });

  it("of another root is a mismatch: another centre, or someone in between", () => {
    expect(checkIssued(issued(stranger), asked)).toEqual({ ok: false, code: "ROOT_MISMATCH" });
  });

  it("in the place of another till is taken where the centre signed that one's end", () => {
    const fields = { centreKeyId: centre.keyId, seq: 3, hash: "a".repeat(64), receivedAt: NOW };
    const placed = (tillId: string, by: Pair): Issued => {
      const head = { ...fields, tillId, signature: signed(by, headText({ ...fields, tillId })) };
      return { ...issued(root), replaces: { head, turnover: 5, reversals: 0 } };
    };
    const lost = "0190c6a0-0000-7000-8000-000000000009";
    expect(checkIssued(placed(lost, centre), asked)).toEqual({ ok: true, value: true });
    const refused = { ok: false, code: "CENTRE_KEY" };
    expect(checkIssued(placed(lost, stranger), asked)).toEqual(refused);
    expect(checkIssued(placed(TILL, centre), asked)).toEqual(refused);
  });

  it("for another till's key, or with a centre key of a stranger, is refused", () => {
    const { keyId, publicKey } = stranger;
    const other = issued(root, { keyId, publicKey });
    expect(checkIssued(other, asked)).toEqual({ ok: false, code: "CENTRE_KEY" });
    const mixed = { ...issued(root), centreKeys: [centreKey(stranger)] };
    expect(checkIssued(mixed, asked)).toEqual({ ok: false, code: "CENTRE_KEY" });
  });
});
