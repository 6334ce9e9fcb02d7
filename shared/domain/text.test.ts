import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  base32Decode,
  base32Encode,
  base64Decode,
  base64Encode,
  base64urlDecode,
  base64urlEncode,
  hexDecode,
  hexEncode,
  utf8,
} from "./text.ts";

fc.configureGlobal({ seed: 20_261_122 });

const bytes = fc.uint8Array({ maxLength: 200 });
const codecs = [
  ["base32", base32Encode, base32Decode],
  ["base64url", base64urlEncode, base64urlDecode],
  ["base64", base64Encode, base64Decode],
  ["hex", hexEncode, hexDecode],
] as const;

describe("binary texts", () => {
  test("agree with the platform's encoders", () => {
    fc.assert(
      fc.property(bytes, (data) => {
        const buffer = Buffer.from(data);
        expect(base64Encode(data)).toBe(buffer.toString("base64"));
        expect(base64urlEncode(data)).toBe(buffer.toString("base64url"));
        expect(hexEncode(data)).toBe(buffer.toString("hex"));
      }),
    );
  });

  test("UTF-8 agrees with the platform, lone surrogates too", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(utf8(text)).toEqual(new TextEncoder().encode(text));
      }),
    );
    expect(utf8("\ud800x")).toEqual(new TextEncoder().encode("\ud800x"));
  });

  test("base32 gives the examples of RFC 4648", () => {
    expect(
      ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map((t) => base32Encode(utf8(t))),
    ).toEqual(["", "MY", "MZXQ", "MZXW6", "MZXW6YQ", "MZXW6YTB", "MZXW6YTBOI"]);
    expect(base32Decode("mzxw6ytboi")).toEqual(utf8("foobar"));
  });

  test.each(codecs)("%s gives back what it was given", (_name, encode, decode) => {
    fc.assert(
      fc.property(bytes, (data) => {
        expect(decode(encode(data))).toEqual(data);
      }),
    );
  });

  test.each(codecs)("%s takes only the one text it would write", (name, encode, decode) => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 20 }), (text) => {
        const data = decode(text);
        if (data === null) return;
        expect(encode(data)).toBe(name === "base32" ? text.toUpperCase() : text);
      }),
      { numRuns: 10_000 },
    );
  });

  test.each([
    ["spare bits set", base64urlDecode("AB")],
    ["a digit too many", base32Decode("A")],
    ["padding in the middle", base64Decode("A=AA")],
    ["padding only", base64Decode("====")],
    ["missing padding", base64Decode("TQ")],
    ["upper-case hex", hexDecode("AB")],
    ["half a byte", hexDecode("abc")],
    [
      "a letter that folds to base32",
      base32Decode("\u0131\u0131\u0131\u0131\u0131\u0131\u0131\u0131"),
    ],
  ])("refuses %s", (_what, data) => {
    expect(data).toBeNull();
  });
});
