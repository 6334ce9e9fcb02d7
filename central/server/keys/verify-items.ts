import sodium from "sodium-native";
import type { SignedItem } from "./signed-item.ts";

/** Whether each of these signatures holds. libsodium needs little more than half of what OpenSSL does for one. */
export function verifyItems(items: readonly SignedItem[]): boolean[] {
  return items.map(({ key, message, signature }) => {
    return sodium.crypto_sign_verify_detached(
      bufferOf(signature),
      bufferOf(message),
      bufferOf(key),
    );
  });
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
