import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./till-app.ts";

const vectors = JSON.parse(readFileSync(join(ROOT, "shared/vectors/qris.json"), "utf8")) as {
  readonly vectors: readonly { readonly id: string; readonly payload: string }[];
};

/** The text of a QRIS code of the vectors. */
export function qrisCode(id: string): string {
  const found = vectors.vectors.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no QRIS code ${id}`);
  return found.payload;
}

/** The sticker of a shop. */
export const STICKER = qrisCode("syn-static-01");
