import { expect, test } from "vitest";
import { countText, shareText } from "./count-text.ts";

test("counts carry dots by thousands", () => {
  expect([0, 999, 1_000, 12_345, 1_234_567].map(countText)).toEqual([
    "0",
    "999",
    "1.000",
    "12.345",
    "1.234.567",
  ]);
});

test("an office is at 100% only when everyone has met the month", () => {
  expect(shareText(999, 1_000)).toBe("99%");
  expect(shareText(1_000, 1_000)).toBe("100%");
  expect(shareText(0, 0)).toBe("0%");
});
