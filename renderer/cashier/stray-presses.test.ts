import { expect, it } from "vitest";
import { isStray, type Press } from "./stray-presses.ts";

const first: Press = { control: "pay", x: 700, y: 600, atMs: 1_000 };

it.each([
  ["on the same button again", { atMs: 1_080 }, false],
  ["on what came to lie there", { control: "goods", atMs: 1_180 }, true],
  ["on what came to lie there, a moment later", { control: "goods", atMs: 1_500 }, false],
  ["on a button beside it", { control: "key 5", x: 760, atMs: 1_120 }, false],
])("a press %s", (_where, next, stray) => {
  expect(isStray(first, { ...first, ...next })).toBe(stray);
});
