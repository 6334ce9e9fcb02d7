import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hexEncode } from "../../../shared/domain/text.ts";
import { sealForTest } from "./testing/seal-for-test.ts";
import { unsealForTill } from "./unseal.ts";

/* The vector of docs/formats.md; the till's key is that of RFC 7748, section 6.1. */
const TILL_KEY = createPrivateKey({
  key: Buffer.from(
    "302e020100300506032b656e0422042077076d0a7318a57d3c16c17251b26645df4c2f92ebc099ac29b1f21ea50b2c6a",
    "hex",
  ),
  format: "der",
  type: "pkcs8",
});
const PURPOSE = "regency-key\n019a41c2-7c00-7000-8000-000000000001";
const SEALED =
  "3p7bfXt9wbTTW2HC7OQ1Nz-DQ8hbeGdNrfx-FG-IK08AAQIDBAUGBwgJCgsLX2TTKIVnIziqNEqCImgxKJEWE3UZ5FJdIVhb" +
  "DrpIYxC92eI0L_zh6Arr0F71z34";
const PLAIN = "00112233445566778899aabbccddeeff".repeat(2);

describe("what the centre sealed to a till", () => {
  it("opens as the format's vector says", () => {
    const plain = unsealForTill(TILL_KEY, SEALED, PURPOSE);
    expect(plain === null ? null : hexEncode(plain)).toBe(PLAIN);
  });

  it("opens for no other purpose, no other till, and not when changed or cut", () => {
    const other = generateKeyPairSync("x25519").privateKey;
    expect(unsealForTill(TILL_KEY, SEALED, `${PURPOSE}0`)).toBeNull();
    expect(unsealForTill(other, SEALED, PURPOSE)).toBeNull();
    expect(unsealForTill(TILL_KEY, SEALED.replace("z34", "z35"), PURPOSE)).toBeNull();
    expect(unsealForTill(TILL_KEY, SEALED.slice(0, 60), PURPOSE)).toBeNull();
    expect(unsealForTill(TILL_KEY, "bukan base64!", PURPOSE)).toBeNull();
  });

  it("of a fresh key opens as well", () => {
    const { privateKey, publicKey } = generateKeyPairSync("x25519");
    const sealed = sealForTest(publicKey, PURPOSE, Buffer.from(PLAIN, "hex"));
    const plain = unsealForTill(privateKey, sealed, PURPOSE);
    expect(plain === null ? null : hexEncode(plain)).toBe(PLAIN);
  });
});
