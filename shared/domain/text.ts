const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const HEX = "0123456789abcdef";

/** The UTF-8 bytes of a text; a lone surrogate becomes U+FFFD, as in the platform's own encoder. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    appendUtf8(bytes, point >= 0xd800 && point <= 0xdfff ? 0xfffd : point);
  }
  return Uint8Array.from(bytes);
}

function appendUtf8(bytes: number[], point: number): void {
  if (point < 0x80) {
    bytes.push(point);
  } else if (point < 0x800) {
    bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
  } else if (point < 0x10000) {
    bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
  } else {
    bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63));
    bytes.push(0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
  }
}

/** RFC 4648 base32, upper case, without padding. */
export function base32Encode(bytes: Uint8Array): string {
  return encode(bytes, BASE32, 5);
}

/** The bytes of a base32 text without padding, in either case; null for anything else. */
export function base32Decode(text: string): Uint8Array | null {
  return /^[A-Za-z2-7]*$/.test(text) ? decode(text.toUpperCase(), BASE32, 5) : null;
}

/** RFC 4648 base64url without padding. */
export function base64urlEncode(bytes: Uint8Array): string {
  return encode(bytes, BASE64URL, 6);
}

/** The bytes of a base64url text without padding; null for anything else, spare bits included. */
export function base64urlDecode(text: string): Uint8Array | null {
  return decode(text, BASE64URL, 6);
}

/** RFC 4648 base64 with padding. */
export function base64Encode(bytes: Uint8Array): string {
  const text = encode(bytes, BASE64, 6);
  return text + "=".repeat((4 - (text.length % 4)) % 4);
}

/** The bytes of a padded base64 text; null for anything else. */
export function base64Decode(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  return decode(text.replace(/={1,2}$/, ""), BASE64, 6);
}

/** Lower-case hex. */
export function hexEncode(bytes: Uint8Array): string {
  return encode(bytes, HEX, 4);
}

/** The bytes of a lower-case hex text; null for anything else. */
export function hexDecode(text: string): Uint8Array | null {
  return text.length % 2 === 0 ? decode(text, HEX, 4) : null;
}

function encode(bytes: Uint8Array, alphabet: string, width: number): string {
  let text = "";
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= width) {
      bits -= width;
      text += alphabet.charAt((buffer >> bits) & ((1 << width) - 1));
    }
    buffer &= (1 << bits) - 1;
  }
  if (bits > 0) text += alphabet.charAt((buffer << (width - bits)) & ((1 << width) - 1));
  return text;
}

/** Only the one text that `encode` gives for some bytes is taken, so no two texts mean the same. */
function decode(text: string, alphabet: string, width: number): Uint8Array | null {
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const character of text) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) return null;
    buffer = (buffer << width) | digit;
    bits += width;
    if (bits >= 8) {
      bits -= 8;
      bytes.push(buffer >> bits);
      buffer &= (1 << bits) - 1;
    }
  }
  return bits < width && buffer === 0 ? Uint8Array.from(bytes) : null;
}
