import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";

/*
 * The tests make journals with code of their own: a mistake shared with the verifier would hide
 * behind itself.
 */

export type TestKey = {
  readonly publicKey: string;
  readonly keyId: string;
  readonly fingerprint: string;
  readonly sign: (data: string | Uint8Array) => string;
};

export const sha256 = (data: string | Uint8Array): string =>
  createHash("sha256").update(data).digest("hex");

/** An Ed25519 key from its 32-byte seed in hex. */
export function keyFromSeed(seedHex: string): TestKey {
  const der = Buffer.concat([
    Buffer.from("302e020100300506032b657004220420", "hex"),
    Buffer.from(seedHex, "hex"),
  ]);
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const spki = createPublicKey(privateKey).export({ type: "spki", format: "der" });
  const fingerprint = sha256(spki);
  return {
    publicKey: spki.toString("base64"),
    keyId: fingerprint.slice(0, 16),
    fingerprint,
    sign: (data) => sign(null, Buffer.from(data), privateKey).toString("base64url"),
  };
}

// The public test keys of RFC 8032, section 7.1 (TEST 1 to 3), and others made up.
export const ROOT = keyFromSeed("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
export const CENTRE = keyFromSeed(
  "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
);
export const TILL = keyFromSeed("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7");
export const SECOND_TILL = keyFromSeed("11".repeat(32));
export const NEW_KEY = keyFromSeed("22".repeat(32));
export const STRANGER = keyFromSeed("33".repeat(32));
