/**
 * Groups what a person is typing as they type: digits and dots become `1.250.000`. Anything else
 * stays as typed, for the parser to judge.
 */
export function groupedAmount(text: string): string {
  const digits = text.replaceAll(".", "");
  if (!/^\d+$/.test(digits)) return text;
  return digits.replace(/^0+(?=\d)/, "").replace(/\B(?=(\d{3})+$)/g, ".");
}

/** The text after a keypad's digits: they replace the text while it is still the suggestion. */
export function withDigits(text: string, digits: string, isSuggestion: boolean): string {
  return groupedAmount((isSuggestion ? "" : text) + digits);
}

/** The text after one backspace. */
export function withoutLast(text: string): string {
  return groupedAmount(text.slice(0, -1));
}
