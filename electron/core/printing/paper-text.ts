/*
 * Text on a thermal printer: ASCII only, so that no code page can change it and no byte of a name can
 * become a printer command; and lines that never run into each other.
 */

const SPELLED: Readonly<Record<string, string>> = {
  "\u2018": "'",
  "\u2019": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u2026": "...",
  "\u2022": "*",
  "\u00b7": "-",
  "\u00d7": "x",
  "\u00bd": "1/2",
  "\u00bc": "1/4",
  "\u00be": "3/4",
  "\u00b0": " derajat",
  "\u20ac": "EUR",
  "\u00df": "ss",
  "\u00e6": "ae",
  "\u00c6": "AE",
  "\u0153": "oe",
  "\u00f8": "o",
  "\u00d8": "O",
  "\u0111": "d",
  "\u0142": "l",
};

/** The text in printable ASCII on one line: accents fall away, blanks are single, the rest is `?`. */
export function ascii(text: string): string {
  const spelled = [...text].map((character) => SPELLED[character] ?? character).join("");
  return spelled
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\s\p{Zs}\p{Cc}\p{Cf}]+/gu, " ")
    .trim()
    .replace(/[^ -~]/gu, "?");
}

/** Holds a number to its unit and "No." to its number; in no ASCII text, so it can be taken out again. */
const HELD = "\u0000";

function held(text: string): string {
  return text.replace(/(?<=\d) (?=[A-Za-z]{1,2}(?![A-Za-z]))|(?<=\bNo\.) (?=\d)/g, HELD);
}

/**
 * Lines of at most `width`, broken between words; a word longer than a line is cut. "200 g" and
 * "No. 1" stay together.
 */
export function wrap(text: string, width: number): string[] {
  return wrapWords(held(ascii(text)).split(" "), width).map((line) => line.replaceAll(HELD, " "));
}

function wrapWords(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    if (line !== "" && line.length + 1 + word.length <= width) {
      line += ` ${word}`;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (line.length > width) {
      lines.push(line.slice(0, width));
      line = line.slice(width);
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** Wrapped lines, each after `indent` blanks. */
export function wrapIndented(text: string, width: number, indent: number): string[] {
  const blanks = " ".repeat(indent);
  return wrap(text, width - indent).map((line) => blanks + line);
}

/** Wrapped lines, each in the middle and all about as long, so that no word stands alone at the end. */
export function wrapCentred(text: string, width: number): string[] {
  const count = wrap(text, width).length;
  let narrow = width;
  while (narrow > 1 && wrap(text, narrow - 1).length === count) narrow -= 1;
  return wrap(text, narrow).map((line) => " ".repeat((width - line.length) >> 1) + line);
}

/** One blank reads as part of the text when that ends in an amount itself. */
const GAP = 2;

/**
 * What stands left, and an amount at the right edge. The amount is never broken and never touches the
 * text: it moves to a line of its own when there is no room for two blanks between them.
 */
export function row(
  { left, amount }: { readonly left: string; readonly amount: string },
  width: number,
  indent = 0,
): string[] {
  const texts = wrapIndented(left, width, indent);
  const last = texts[texts.length - 1] ?? "";
  const gap = width - last.length - amount.length;
  if (gap >= GAP) return [...texts.slice(0, -1), last + " ".repeat(gap) + amount];
  return [...texts, amount.padStart(width)];
}

/** A name and its value, values under each other; a value that cannot follow starts its own line. */
export function field(
  { label, value }: { readonly label: string; readonly value: string },
  width: number,
  labelWidth: number,
): string[] {
  const room = width - labelWidth;
  const longest = Math.max(
    0,
    ...ascii(value)
      .split(" ")
      .map((word) => word.length),
  );
  if (longest > room) return [label, ...wrapIndented(value, width, longest > width - 2 ? 0 : 2)];
  const [first = "", ...rest] = wrap(value, room);
  const under = rest.map((line) => " ".repeat(labelWidth) + line);
  return [label.padEnd(labelWidth) + first, ...under];
}
