import { expect, test } from "vitest";
import { matches } from "./matches.ts";

test("words are found in any order and case", () => {
  expect(matches("Dinas Pendidikan dan Kebudayaan", "budaya dinas")).toBe(true);
  expect(matches("Dinas Pendidikan dan Kebudayaan", "dinas sosial")).toBe(false);
});

test("an empty search finds everything", () => {
  expect(matches("Inspektorat", "  ")).toBe(true);
});
