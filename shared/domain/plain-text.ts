/** What a person typed, on one line: control and format characters and runs of blanks become one blank. */
export function plainText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\p{C}+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}
