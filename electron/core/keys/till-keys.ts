import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";
import { z } from "zod";
import { keyIdOf } from "../../../shared/domain/journal.ts";
import type { RandomBytes } from "../adapters.ts";
import { sha256Hex } from "./ed25519.ts";
import { lookupKey } from "./sealing.ts";

/** A till's secrets, made on the device and held in memory only while the core runs. */
export type TillKeys = {
  /** Ed25519: signs entries, receipts and requests. `publicKey` and the like are base64 SPKI DER. */
  readonly signingKey: KeyObject;
  readonly publicKey: string;
  readonly keyId: string;
  /** X25519: the centre seals PIN records and the regency key to it. */
  readonly sealKey: KeyObject;
  readonly sealPublicKey: string;
  /** AES-256 key of the `*_sealed` columns, and the HMAC key that NIPs are looked up by. */
  readonly dataKey: Uint8Array;
  readonly nipLookupKey: Uint8Array;
  /** Pepper of the PIN records. */
  readonly deviceSecret: Uint8Array;
};

const Base64Key = z.string().transform((text) => Buffer.from(text, "base64"));
const StoredKeys = z.object({
  v: z.literal(1),
  signing: Base64Key,
  seal: Base64Key,
  data: Base64Key,
  device: Base64Key,
});

/** Makes a till's keys. */
export function createTillKeys(random: RandomBytes): TillKeys {
  return assemble({
    signingKey: generateKeyPairSync("ed25519").privateKey,
    sealKey: generateKeyPairSync("x25519").privateKey,
    dataKey: random(32),
    deviceSecret: random(32),
  });
}

/**
 * The keys of the same device for another chain: a new key to sign with. What the old one sealed stays
 * readable, and who may log in need not be asked for again.
 */
export function renewTillKeys({ sealKey, dataKey, deviceSecret }: TillKeys): TillKeys {
  const { privateKey: signingKey } = generateKeyPairSync("ed25519");
  return assemble({ signingKey, sealKey, dataKey, deviceSecret });
}

/** The secrets as bytes; only ever handed to the key store. */
export function encodeTillKeys(keys: TillKeys): Uint8Array {
  return Buffer.from(
    JSON.stringify({
      v: 1,
      signing: privateDer(keys.signingKey).toString("base64"),
      seal: privateDer(keys.sealKey).toString("base64"),
      data: Buffer.from(keys.dataKey).toString("base64"),
      device: Buffer.from(keys.deviceSecret).toString("base64"),
    }),
  );
}

/** The secrets that `encodeTillKeys` wrote; throws for anything else. */
export function decodeTillKeys(bytes: Uint8Array): TillKeys {
  const stored = StoredKeys.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
  return assemble({
    signingKey: createPrivateKey({ key: stored.signing, format: "der", type: "pkcs8" }),
    sealKey: createPrivateKey({ key: stored.seal, format: "der", type: "pkcs8" }),
    dataKey: stored.data,
    deviceSecret: stored.device,
  });
}

function assemble(
  secrets: Pick<TillKeys, "signingKey" | "sealKey" | "dataKey" | "deviceSecret">,
): TillKeys {
  const publicKey = publicSpki(secrets.signingKey);
  return {
    ...secrets,
    publicKey,
    keyId: keyIdOf(sha256Hex, publicKey),
    sealPublicKey: publicSpki(secrets.sealKey),
    nipLookupKey: lookupKey(secrets.dataKey),
  };
}

function privateDer(key: KeyObject): Buffer {
  return key.export({ format: "der", type: "pkcs8" });
}

function publicSpki(privateKey: KeyObject): string {
  return createPublicKey(privateKey).export({ format: "der", type: "spki" }).toString("base64");
}
