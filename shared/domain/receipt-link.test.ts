import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantText } from "./period.ts";
import { decodeReceiptLink, encodeReceiptLink, receiptUrl } from "./receipt-link.ts";
import { receiptNumber } from "./receipt-number.ts";
import { base64urlDecode, base64urlEncode } from "./text.ts";

fc.configureGlobal({ seed: 20_261_122 });

const sale = {
  tillId: "019a41c2-7c00-7000-8000-000000000001",
  seq: 3,
  hash: "775ccf0bf8698f60be7915a95d65603fd9ec00be441288c64d4522b6f51d0f20",
  number: "KB-01-261102-000001",
  at: "2026-11-02T01:04:09.120Z",
  total: 100_000,
};
const signature = Uint8Array.from({ length: 64 }, (_, i) => i);
const anyReceipt = fc
  .record({
    tillId: fc.uuid({ version: 7 }),
    seq: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    hash: fc.stringMatching(/^[0-9a-f]{64}$/),
    outletCode: fc.stringMatching(/^[A-Z0-9]{2,4}$/),
    tillCode: fc.stringMatching(/^[0-9]{2}$/),
    atMs: fc.integer({ min: 0, max: Date.UTC(2198, 0, 1) }),
    counter: fc.integer({ min: 1, max: 999_999_999_999 }),
    total: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
  })
  .map(({ tillId, seq, hash, total, ...number }) => ({
    tillId,
    seq,
    hash,
    total,
    number: receiptNumber(number),
    at: instantText(number.atMs),
  }));
const anySignature = fc.uint8Array({ minLength: 64, maxLength: 64 });

describe("a receipt's address", () => {
  test("gives back exactly the signed fields", () => {
    fc.assert(
      fc.property(anyReceipt, anySignature, (fields, sig) => {
        const link = decodeReceiptLink(encodeReceiptLink(fields, sig));
        expect(link).toEqual({ ok: true, value: { fields, signature: sig } });
      }),
    );
  });

  test("is short, and safe in a path", () => {
    const link = encodeReceiptLink(sale, signature);
    expect(link).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(link.length).toBeLessThanOrEqual(180);
    expect(receiptUrl("https://pusat.contoh.go.id/", link)).toBe(
      `https://pusat.contoh.go.id/r/${link}`,
    );
  });

  test.each([
    ["a number of another day", { ...sale, number: "KB-01-261103-000001" }],
    ["a number that is none", { ...sale, number: "KB-01" }],
    ["a time that is none", { ...sale, at: "today" }],
    ["a negative total", { ...sale, total: -1 }],
    ["a till that is no UUID", { ...sale, tillId: "x" }],
    ["a hash that is none", { ...sale, hash: "x" }],
  ])("is not made for %s", (_what, fields) => {
    expect(() => encodeReceiptLink(fields, signature)).toThrow(RangeError);
  });

  test("has one text only: no byte can be added, cut or changed unseen", () => {
    const bytes = base64urlDecode(encodeReceiptLink(sale, signature)) ?? new Uint8Array();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ flip : byte));
        const link = decodeReceiptLink(base64urlEncode(changed));
        if (link.ok) expect(link.value).not.toEqual({ fields: sale, signature });
      }),
      { numRuns: 2_000 },
    );
    const malformed = { ok: false, code: "LINK_MALFORMED" };
    for (let length = 0; length < bytes.length; length += 1) {
      const cut = decodeReceiptLink(base64urlEncode(bytes.slice(0, length)));
      if (cut.ok) expect(cut.value.fields).not.toEqual(sale);
    }
    expect(decodeReceiptLink(`${encodeReceiptLink(sale, signature)}A`)).toEqual(malformed);
    expect(decodeReceiptLink("A".repeat(5_000))).toEqual(malformed);
  });

  test("never makes the reader throw, whatever stands in the path", () => {
    const long = fc.uint8Array({ minLength: 110, maxLength: 150 }).map((bytes) => {
      bytes[0] = 1;
      return base64urlEncode(bytes);
    });
    // Valid up to the numbers, random from there on.
    const prefix = (base64urlDecode(encodeReceiptLink(sale, signature)) ?? new Uint8Array()).slice(
      0,
      113,
    );
    const tail = fc
      .uint8Array({ maxLength: 50 })
      .map((rest) => base64urlEncode(Uint8Array.from([...prefix, ...rest])));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 400 }), long, tail), (text) => {
        const link = decodeReceiptLink(text);
        if (link.ok) expect(encodeReceiptLink(link.value.fields, link.value.signature)).toBe(text);
      }),
      { numRuns: 20_000 },
    );
  });
});
