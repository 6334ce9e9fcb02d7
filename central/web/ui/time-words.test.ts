import { expect, test } from "vitest";
import { agoText, leftText } from "./time-words.ts";

const noon = Date.UTC(2026, 10, 22, 5);

test("a till heard from just now, minutes, hours and days ago", () => {
  expect(agoText(noon - 30_000, noon)).toBe("baru saja");
  expect(agoText(noon - 12 * 60_000, noon)).toBe("12 menit lalu");
  expect(agoText(noon - 5 * 3_600_000, noon)).toBe("5 jam lalu");
  expect(agoText(noon - 75 * 3_600_000, noon)).toBe("3 hari lalu");
});

test("a time ahead of the own clock is just now, never negative", () => {
  expect(agoText(noon + 5_000, noon)).toBe("baru saja");
});

test("what is left of a code's day", () => {
  expect(leftText(noon + 24 * 3_600_000, noon)).toBe("24 jam");
  expect(leftText(noon + 61 * 60_000, noon)).toBe("1 jam 1 menit");
  expect(leftText(noon, noon)).toBe("1 menit");
});
