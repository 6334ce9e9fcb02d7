import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { expect, test } from "vitest";
import { rawPublicKeyOf } from "./ed25519.ts";
import type { SignedItem } from "./signed-item.ts";
import { verifyMany } from "./verify-many.ts";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const key = rawPublicKeyOf(publicKey.export({ type: "spki", format: "der" }).toString("base64"))!;

function signed(bytes: number): SignedItem {
  const message = randomBytes(bytes);
  return { key, message, signature: sign(null, message, privateKey) };
}

function spoilt(item: SignedItem, of: keyof SignedItem): SignedItem {
  const bytes = Uint8Array.from(item[of]);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return { ...item, [of]: bytes };
}

test.each([3, 300])(
  "%i signatures are told apart, those that hold from those that do not",
  async (count) => {
    const items = Array.from({ length: count }, (_, index) => signed(index + 1));
    const mixed = items.map((item, index) => {
      if (index % 3 === 1) return spoilt(item, "signature");
      return index % 3 === 2 ? spoilt(item, "message") : item;
    });
    expect(await verifyMany(items)).toEqual(items.map(() => true));
    expect(await verifyMany(mixed)).toEqual(items.map((_, index) => index % 3 === 0));
  },
);

test("a signature by another key does not hold", async () => {
  const item = signed(32);
  const other = generateKeyPairSync("ed25519").publicKey;
  const otherKey = rawPublicKeyOf(
    other.export({ type: "spki", format: "der" }).toString("base64"),
  )!;
  expect(await verifyMany([item, { ...item, key: otherKey }])).toEqual([true, false]);
});

test("nothing to check is no work", async () => {
  expect(await verifyMany([])).toEqual([]);
});
