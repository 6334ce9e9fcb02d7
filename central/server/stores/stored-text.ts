/** A text as PostgreSQL can hold it: `text` cannot hold a NUL, so such a text is kept as base64. */
export type StoredText = { readonly text: string; readonly encoded: boolean };

/** Makes a text fit for a `text` column without losing a byte of it. */
export function toStored(text: string): StoredText {
  if (!text.includes("\0")) return { text, encoded: false };
  return { text: Buffer.from(text, "utf8").toString("base64"), encoded: true };
}

/** The text as it came. */
export function fromStored({ text, encoded }: StoredText): string {
  return encoded ? Buffer.from(text, "base64").toString("utf8") : text;
}
