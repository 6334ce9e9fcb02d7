/** Characters of an enrolment code without its spaces and hyphens. */
export const CODE_LENGTH = 32;

/** A code as it is typed or scanned, in groups of four: `ABCD-EFGH-…`; other signs are dropped. */
export function groupedCode(text: string): string {
  const characters = text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .slice(0, CODE_LENGTH);
  return characters.replace(/(.{4})(?=.)/g, "$1-");
}

/** How many characters of the code are there. */
export function codeLength(text: string): number {
  return text.replaceAll("-", "").length;
}
