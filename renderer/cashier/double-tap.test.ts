import { describe, expect, it } from "vitest";
import { isStray, type Tap } from "./double-tap.ts";

const sheet = {};
const first: Tap = { atMs: 1_000, x: 800, y: 300, layer: null };

describe("the second tap of a double tap", () => {
  it("is stray where the first one opened or closed a dialog", () => {
    expect(isStray(first, { ...first, atMs: 1_250, layer: sheet })).toBe(true);
    expect(isStray({ ...first, layer: sheet }, { ...first, atMs: 1_250 })).toBe(true);
    expect(isStray(first, { atMs: 1_250, x: 812, y: 290, layer: sheet })).toBe(true);
  });

  it("is meant where nothing changed under the finger: two pieces, two digits", () => {
    expect(isStray(first, { ...first, atMs: 1_100 })).toBe(false);
  });

  it("is a tap of its own elsewhere, or after a moment", () => {
    expect(isStray(first, { ...first, atMs: 1_100, x: 700, layer: sheet })).toBe(false);
    expect(isStray(first, { ...first, atMs: 1_500, layer: sheet })).toBe(false);
  });
});
