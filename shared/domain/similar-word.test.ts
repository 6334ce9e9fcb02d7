import { expect, test } from "vitest";
import { beginsAlmost, indexWord, otherBeginnings } from "./similar-word.ts";

test.each([
  ["keripik", "keripik"],
  ["keripik", "keri"],
  ["keripik", "karipik"],
  ["keripik", "kerpik"],
  ["keripik", "kerripik"],
  ["keripik", "kreipik"],
  ["keripik", "keripki"],
])("%s begins like %s, give or take a letter", (term, word) => {
  expect(beginsAlmost(term, word)).toBe(true);
});

test.each([
  ["keripik", "karapik"],
  ["kopi", "sambal"],
  ["ker", "keripik"],
])("%s does not begin like %s", (term, word) => {
  expect(beginsAlmost(term, word)).toBe(false);
});

test("a mistyped first letter has every other beginning", () => {
  const starts = otherBeginnings("dambal");
  for (const start of ["ambal", "adambal".slice(0, 2) + "mbal", "sambal", "adambal"]) {
    expect(starts).toContain(start);
  }
});

test("a word is looked up as the index keeps it", () => {
  expect(indexWord("Kué")).toBe("kue");
});
