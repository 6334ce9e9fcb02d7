import { hexDecode, hexEncode } from "./text.ts";

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for a lower-case UUIDv7. */
export function isUuid(text: string): boolean {
  return UUID_V7.test(text);
}

/** The 16 bytes of a UUID; throws RangeError for any other text. */
export function uuidBytes(uuid: string): Uint8Array {
  const bytes = isUuid(uuid) ? hexDecode(uuid.replaceAll("-", "")) : null;
  if (bytes === null) throw new RangeError("not a lower-case UUIDv7");
  return bytes;
}

/** The UUIDv7 of 16 bytes, or null when they are none. */
export function uuidOfBytes(bytes: Uint8Array): string | null {
  const hex = hexEncode(bytes);
  const text = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return isUuid(text) ? text : null;
}
