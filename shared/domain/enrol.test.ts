import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeEnrolCode, enrolLookup, enrolText, parseEnrolCode } from "./enrol.ts";
import { hexEncode } from "./text.ts";

fc.configureGlobal({ seed: 20_261_122 });

const sha256Hex = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");
const tenBytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe("an enrolment code", () => {
  test("carries the secret and the root, however it is typed", () => {
    fc.assert(
      fc.property(tenBytes, hash, fc.boolean(), (secret, rootHash, lower) => {
        const code = encodeEnrolCode(secret, rootHash);
        expect(code).toMatch(/^(?:[A-Z2-7]{4}-){7}[A-Z2-7]{4}$/);
        const typed = lower ? ` ${code.toLowerCase().replaceAll("-", " ")}\n` : code;
        const rootPrefix = hexEncode(rootHash).slice(0, 20);
        expect(parseEnrolCode(typed)).toEqual({ ok: true, value: { secret, rootPrefix } });
      }),
    );
  });

  test("that is malformed is refused, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 120 }), (text) => {
        expect(parseEnrolCode(text)).toEqual({ ok: false, code: "ENROL_CODE_MALFORMED" });
      }),
      { numRuns: 10_000 },
    );
    expect(parseEnrolCode("A".repeat(31)).ok).toBe(false);
    expect(parseEnrolCode(`${"A".repeat(31)}1`).ok).toBe(false);
    expect(() => encodeEnrolCode(new Uint8Array(9), new Uint8Array(32))).toThrow(RangeError);
  });

  test("is named by a hash of its secret, and proven over both keys", () => {
    const secret = Uint8Array.from({ length: 10 }, (_, i) => i);
    const expected = sha256Hex("belabeli-enrol/1\n00010203040506070809").slice(0, 16);
    expect(enrolLookup(sha256Hex, secret)).toBe(expected);
    expect(enrolText({ publicKey: "P", sealPublicKey: "S" })).toBe("belabeli-enrol/1\nP\nS");
  });
});
