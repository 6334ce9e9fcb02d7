/** One key press, as the page's event tells it. */
export type KeyPress = {
  readonly code: string;
  readonly key: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  readonly capsLock: boolean;
  readonly repeat: boolean;
};

/** What a press means to the wedge: a character, the end of a code, nothing, or a stop. */
export type WedgeKey =
  | { readonly kind: "char"; readonly char: string }
  | { readonly kind: "suffix" }
  | { readonly kind: "modifier" }
  | { readonly kind: "other" };

const MODIFIER =
  /^(?:Shift|Control|Alt|Meta|OS)(?:Left|Right)$|^(?:CapsLock|NumLock|ScrollLock|Fn)$/;

/** Keys of a US keyboard, which scanners emulate, by physical position: plain and with Shift. */
const US_KEYS: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  ...fromRow("Key", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", (letter) => [letter.toLowerCase(), letter]),
  ...fromRow("Digit", "0123456789", (digit) => [digit, ")!@#$%^&*(".charAt(Number(digit))]),
  ...fromRow("Numpad", "0123456789", (digit) => [digit, digit]),
  NumpadDecimal: [".", "."],
  NumpadDivide: ["/", "/"],
  NumpadMultiply: ["*", "*"],
  NumpadSubtract: ["-", "-"],
  NumpadAdd: ["+", "+"],
  Backquote: ["`", "~"],
  Minus: ["-", "_"],
  Equal: ["=", "+"],
  BracketLeft: ["[", "{"],
  BracketRight: ["]", "}"],
  Backslash: ["\\", "|"],
  Semicolon: [";", ":"],
  Quote: ["'", '"'],
  Comma: [",", "<"],
  Period: [".", ">"],
  Slash: ["/", "?"],
  Space: [" ", " "],
};

/**
 * Reads a press by the key's position, so that the layout and Caps Lock of the computer take no
 * part. Ctrl+M and Ctrl+J are how some scanners send carriage return and line feed.
 */
export function wedgeKeyOf(press: KeyPress): WedgeKey {
  if (MODIFIER.test(press.code)) return { kind: "modifier" };
  if (press.repeat || press.alt || press.meta) return { kind: "other" };
  if (press.ctrl) {
    return press.code === "KeyM" || press.code === "KeyJ" ? { kind: "suffix" } : { kind: "other" };
  }
  if (press.code === "Enter" || press.code === "NumpadEnter" || press.code === "Tab") {
    return { kind: "suffix" };
  }
  const char = charOf(press);
  return char === null ? { kind: "other" } : { kind: "char", char };
}

function charOf(press: KeyPress): string | null {
  const pair = US_KEYS[press.code];
  if (pair === undefined) return null;
  // A key that types one of the two characters printed on it is right even where Shift was not told.
  const believable = pair.includes(press.key) && !(press.capsLock && /^[A-Za-z]$/.test(press.key));
  if (believable) return press.key;
  return press.shift ? pair[1] : pair[0];
}

function fromRow(
  prefix: string,
  row: string,
  pairOf: (char: string) => readonly [string, string],
): Record<string, readonly [string, string]> {
  return Object.fromEntries([...row].map((char) => [prefix + char, pairOf(char)]));
}
