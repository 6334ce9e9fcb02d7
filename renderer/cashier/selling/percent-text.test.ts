import { expect, test } from "vitest";
import { parsePercent } from "./percent-text.ts";

test.each([
  ["10", 1_000],
  ["7,5", 750],
  ["12.5 %", 1_250],
  ["0", 0],
  ["100%", 10_000],
  ["3,05", 305],
])("%s is so many basis points", (text, basisPoints) => {
  expect(parsePercent(text)).toBe(basisPoints);
});

test.each(["", "101", "-5", "sepuluh", "1,234", "10 000"])("%s is no percentage", (text) => {
  expect(parsePercent(text)).toBeNull();
});
