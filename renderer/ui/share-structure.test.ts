import { describe, expect, it } from "vitest";
import { shareStructure } from "./share-structure.ts";

describe("a state sent again", () => {
  const before = { cart: { lines: [{ no: 1 }, { no: 2 }], total: 5 }, sync: { state: "ONLINE" } };
  const again = (): typeof before => JSON.parse(JSON.stringify(before)) as typeof before;

  it("is the very same value when nothing changed", () => {
    expect(shareStructure(before, again())).toBe(before);
  });

  it("keeps every part that did not change", () => {
    const next = again();
    next.cart.lines.push({ no: 3 });
    const shared = shareStructure(before, next);
    expect(shared).toEqual(next);
    expect(shared.sync).toBe(before.sync);
    expect(shared.cart.lines[1]).toBe(before.cart.lines[1]);
  });

  it("does not take a missing part for an empty one", () => {
    const nothing: unknown = undefined;
    expect(shareStructure({ a: nothing }, { b: nothing })).toEqual({ b: nothing });
    expect(shareStructure([1, 2], [1])).toEqual([1]);
    expect(shareStructure({ a: 1 }, null)).toBeNull();
    expect(shareStructure([1], { 0: 1 })).toEqual({ 0: 1 });
  });
});
