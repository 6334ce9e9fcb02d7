import { expect, test } from "vitest";
import { dateOfText, dateText } from "./date-text.ts";

test.each([
  ["26-11-2026", "2026-11-26"],
  ["26/11/26", "2026-11-26"],
  ["1.2.2026", "2026-02-01"],
  ["26112026", "2026-11-26"],
  [" 05-01-2026 ", "2026-01-05"],
])("%s is %s", (text, date) => {
  expect(dateOfText(text)).toBe(date);
});

test.each(["", "26-11", "31-02-2026", "26-13-2026", "kemarin"])("%j is no date", (text) => {
  expect(dateOfText(text)).toBeNull();
});

test("what is written is read back", () => {
  expect(dateOfText(dateText("2026-03-09"))).toBe("2026-03-09");
});
