import { hash128 } from "./random.ts";

const FIRST_DAY_MS = Date.UTC(2025, 0, 1);

/** The UUIDv7 of the n-th thing of a kind in the demo: always the same, and rising with `index`. */
export function demoId(noun: string, index: number): string {
  const time = (FIRST_DAY_MS + index).toString(16).padStart(12, "0");
  const hex = hash128(`${noun}/${index}`)
    .map((word) => word.toString(16).padStart(8, "0"))
    .join("");
  const variant = "89ab".charAt(Number.parseInt(hex.charAt(3), 16) % 4);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}
