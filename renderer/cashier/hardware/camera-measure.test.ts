import { expect, it } from "vitest";
import { pixelsPerModule, sharpnessVerdict } from "./camera-measure.ts";

it("measures how many pixels of the picture a module of the card's code covers", () => {
  const square = (side: number) => [
    { x: 100, y: 50 },
    { x: 100 + side, y: 50 },
    { x: 100 + side, y: 50 + side },
    { x: 100, y: 50 + side },
  ];
  expect(pixelsPerModule(square(164))).toBe(4);
  expect(pixelsPerModule(square(246))).toBe(6);
  expect(pixelsPerModule([])).toBe(0);
});

it("asks for four pixels a module, and calls less than three bad", () => {
  expect([4, 3.9, 3, 2.9].map(sharpnessVerdict)).toEqual(["GOOD", "DOUBT", "DOUBT", "BAD"]);
});
