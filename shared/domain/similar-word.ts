/** Shorter words have too many neighbours for a guess to be of any use. */
export const MIN_SIMILAR_LENGTH = 4;

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** A word as the product index keeps it: lower case, without diacritics. */
export function indexWord(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * Whether a term begins like a word of which one letter was mistyped: another one, one too many, one too
 * few, or two in the wrong order.
 */
export function beginsAlmost(term: string, word: string): boolean {
  let at = 0;
  while (at < word.length && word[at] === term[at]) at += 1;
  if (at === word.length) return true;
  const swapped = word[at] === term[at + 1] && word[at + 1] === term[at];
  return (
    term.startsWith(word.slice(at + 1), at + 1) ||
    term.startsWith(word.slice(at + 1), at) ||
    term.startsWith(word.slice(at), at + 1) ||
    (swapped && term.startsWith(word.slice(at + 2), at + 2))
  );
}

/** What a word may begin with when it was its first letter that was mistyped. */
export function otherBeginnings(word: string): string[] {
  const [first = "", second = ""] = word;
  const rest = word.slice(1);
  return [
    rest,
    ...(first === second ? [] : [second + first + word.slice(2)]),
    ...[...LETTERS].filter((letter) => letter !== first).map((letter) => letter + rest),
    ...[...LETTERS].map((letter) => letter + word),
  ];
}
