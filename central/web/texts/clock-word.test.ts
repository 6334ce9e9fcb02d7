import { expect, test } from "vitest";
import { clockWord } from "./clock-word.ts";

test("up to five minutes either way a till's clock is told as right", () => {
  expect(clockWord(0)).toBe("tepat");
  expect(clockWord(300_000)).toBe("tepat");
  expect(clockWord(-300_000)).toBe("tepat");
});

test("beyond that it is told by how much and which way", () => {
  expect(clockWord(6 * 60_000)).toBe("6 menit terlalu cepat");
  expect(clockWord(-26 * 3_600_000)).toBe("26 jam terlambat");
});

test("a till that never said its time is not called right", () => {
  expect(clockWord(null)).toBe("belum diketahui");
});
