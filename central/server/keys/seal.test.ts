import {
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { sealTo, sealWith } from "./seal.ts";

const FORMATS = new URL("../../../docs/formats.md", import.meta.url);
const PURPOSE = "regency-key\n019a41c2-7c00-7000-8000-000000000001";
const PLAIN = Buffer.from("00112233445566778899aabbccddeeff".repeat(2), "hex");

function x25519(privateHex: string): KeyObject {
  const der = Buffer.from(`302e020100300506032b656e04220420${privateHex}`, "hex");
  return createPrivateKey({ key: der, format: "der", type: "pkcs8" });
}

function spki(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: "spki", format: "der" });
}

/** Opens a seal as docs/formats.md says, written apart from what seals. */
function open(till: KeyObject, sealed: string, purpose: string): Buffer {
  const bytes = Buffer.from(sealed, "base64url");
  const raw = bytes.subarray(0, 32);
  const prefix = Buffer.from("302a300506032b656e032100", "hex");
  const ephemeral = createPublicKey({
    key: Buffer.concat([prefix, raw]),
    format: "der",
    type: "spki",
  });
  const shared = diffieHellman({ privateKey: till, publicKey: ephemeral });
  const salt = Buffer.concat([raw, spki(till).subarray(-32)]);
  const key = hkdfSync("sha256", shared, salt, `belabeli-seal/1\n${purpose}`, 32);
  const decipher = createDecipheriv("aes-256-gcm", new Uint8Array(key), bytes.subarray(32, 44));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(44, -16)), decipher.final()]);
}

test("the sealed text is the one the format's document shows", async () => {
  const till = x25519("77076d0a7318a57d3c16c17251b26645df4c2f92ebc099ac29b1f21ea50b2c6a");
  const ephemeral = x25519("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
  const message = { recipient: createPublicKey(till), purpose: PURPOSE, plain: PLAIN } as const;
  const sealed = sealWith(ephemeral, Buffer.from("000102030405060708090a0b", "hex"), message);
  const document = await readFile(FORMATS, "utf8");
  expect(document).toContain(`| sealed | \`${sealed}\` |`);
  expect(document).toContain(`| till public, SPKI | \`${spki(till).toString("base64")}\` |`);
  expect(open(till, sealed, PURPOSE)).toEqual(PLAIN);
});

test("only the till it was sealed to opens it, and only for its purpose", () => {
  const till = generateKeyPairSync("x25519").privateKey;
  const other = generateKeyPairSync("x25519").privateKey;
  const publicKey = spki(till).toString("base64");
  const sealed = sealTo(publicKey, PURPOSE, PLAIN);
  expect(open(till, sealed, PURPOSE)).toEqual(PLAIN);
  expect(sealTo(publicKey, PURPOSE, PLAIN)).not.toBe(sealed);
  expect(() => open(other, sealed, PURPOSE)).toThrow(/authenticate/);
  expect(() => open(till, sealed, "regency-key\nother")).toThrow(/authenticate/);
  expect(() => sealTo("AAAA", PURPOSE, PLAIN)).toThrow(RangeError);
});
