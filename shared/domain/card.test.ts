import { createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CARD_PREFIX,
  CARD_TEXT_LENGTH,
  type CardFrame,
  cardSigningBytes,
  checkCard,
  decodeCard,
  encodeCard,
} from "./card.ts";
import { dayNumber } from "./period.ts";
import { base32Decode, base32Encode } from "./text.ts";

fc.configureGlobal({ seed: 20_261_122 });

const keys = generateKeyPairSync("ed25519");
const publicKey = keys.publicKey.export({ type: "spki", format: "der" }).toString("base64");
const signFrame = (frame: CardFrame) =>
  encodeCard(frame, sign(null, cardSigningBytes(frame), keys.privateKey));
const frame: CardFrame = {
  version: 1,
  keyId: 1,
  personId: "019a41c2-7c00-7000-8000-000000000150",
  serial: 7_001,
  expires: dayNumber("2027-12-31") ?? 0,
};
const judge = (text: string, today = "2026-11-22", revoked: readonly number[] = []) =>
  checkCard(text, {
    keyOf: (keyId) => (keyId === 1 ? publicKey : undefined),
    verify: (spki, message, signature) =>
      verify(
        null,
        message,
        createPublicKey({ key: Buffer.from(spki, "base64"), type: "spki", format: "der" }),
        signature,
      ),
    today,
    isRevoked: (serial) => revoked.includes(serial),
  });
const anyUuid = fc.uuid({ version: 7 });
const anyFrame = fc.record({
  version: fc.constant(1),
  keyId: fc.integer({ min: 0, max: 255 }),
  personId: anyUuid,
  serial: fc.integer({ min: 0, max: 0xffff_ffff }),
  expires: fc.integer({ min: 0, max: 2_932_896 }),
});
const anySignature = fc.uint8Array({ minLength: 64, maxLength: 64 });

describe("the text of a card", () => {
  test("fits QR version 6-M in alphanumeric mode", () => {
    const text = signFrame(frame);
    expect(text).toHaveLength(CARD_TEXT_LENGTH);
    expect(CARD_TEXT_LENGTH - CARD_PREFIX.length).toBe(144);
    expect(CARD_TEXT_LENGTH).toBeLessThanOrEqual(154);
    expect(text).toMatch(/^[A-Z0-9]+$/);
  });

  test("gives back the frame and the signature", () => {
    fc.assert(
      fc.property(anyFrame, anySignature, (any, signature) => {
        const card = decodeCard(encodeCard(any, signature));
        expect(card.ok && card.value.frame).toEqual(any);
        expect(card.ok && card.value.signature).toEqual(signature);
        expect(card.ok && card.value.signed).toEqual(cardSigningBytes(any));
        expect(cardSigningBytes(any)).toHaveLength(26);
      }),
    );
  });

  test("does not mind Caps Lock or a line end", () => {
    const text = signFrame(frame);
    expect(judge(` ${text.toLowerCase()}\r\n`)).toEqual(judge(text));
  });

  test.each([
    ["a key id above a byte", { ...frame, keyId: 256 }],
    ["a negative serial", { ...frame, serial: -1 }],
    ["a serial above 32 bits", { ...frame, serial: 2 ** 32 }],
    ["a fraction", { ...frame, expires: 1.5 }],
    ["a person that is no UUID", { ...frame, personId: "7001" }],
  ])("cannot be made with %s", (_what, wrong) => {
    expect(() => cardSigningBytes(wrong)).toThrow(RangeError);
  });
});

describe("a scanned card", () => {
  test("that holds names the person by internal id", () => {
    expect(judge(signFrame(frame))).toEqual({
      ok: true,
      value: { personId: frame.personId, serial: 7_001, keyId: 1, expiresOn: "2027-12-31" },
    });
  });

  test("is good through the whole of its last day", () => {
    const text = signFrame(frame);
    expect(judge(text, "2027-12-31").ok).toBe(true);
    expect(judge(text, "2028-01-01")).toEqual({ ok: false, code: "CARD_EXPIRED" });
  });

  test("that was revoked is refused", () => {
    expect(judge(signFrame(frame), "2026-11-22", [7_001])).toEqual({
      ok: false,
      code: "CARD_REVOKED",
    });
  });

  test("of an unknown key is told apart from a forged one", () => {
    expect(judge(signFrame({ ...frame, keyId: 2 }))).toEqual({
      ok: false,
      code: "CARD_KEY_UNKNOWN",
    });
    const forged = encodeCard(frame, new Uint8Array(64));
    expect(judge(forged)).toEqual({ ok: false, code: "CARD_SIGNATURE" });
  });

  test("with one changed byte never passes", () => {
    const bytes = base32Decode(signFrame(frame).slice(CARD_PREFIX.length)) ?? new Uint8Array();
    fc.assert(
      fc.property(fc.nat({ max: 89 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ flip : byte));
        const judged = judge(CARD_PREFIX + base32Encode(changed));
        expect(judged.ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test("cut short, too long or of another version is malformed", () => {
    const text = signFrame(frame);
    const other = encodeCard({ ...frame, version: 2 }, new Uint8Array(64));
    const notV7 = `${CARD_PREFIX}${base32Encode(Uint8Array.from({ length: 90 }, (_, i) => (i === 0 ? 1 : 0)))}`;
    for (const wrong of [
      "",
      CARD_PREFIX,
      text.slice(0, -1),
      `${text}A`,
      text.replace(/.$/, "!"),
      other,
      notV7,
    ]) {
      expect(judge(wrong)).toEqual({ ok: false, code: "CARD_MALFORMED" });
    }
  });

  test("never throws, whatever the text", () => {
    const body = fc.string({
      unit: fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
      minLength: 144,
      maxLength: 144,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 400 }),
          body.map((text) => CARD_PREFIX + text),
        ),
        (text) => {
          expect(judge(text).ok).toBe(false);
        },
      ),
      { numRuns: 20_000 },
    );
  });
});
