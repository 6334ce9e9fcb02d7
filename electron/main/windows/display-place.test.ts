import { describe, expect, test } from "vitest";
import { placeDisplay, type Screen } from "./display-place.ts";

const screen = (id: number): Screen => ({
  id,
  bounds: { x: id * 1366, y: 0, width: 1366, height: 768 },
});
const [cashier, left, right] = [screen(1), screen(2), screen(3)];

describe("the customer display", () => {
  test("fills the screen it was last on", () => {
    const screens = [cashier, left, right];
    expect(placeDisplay({ screens, cashierScreenId: 1, savedScreenId: 3 })).toEqual({
      kind: "SCREEN",
      screen: right,
    });
  });

  test("moves to another screen when its own is unplugged, and back when it returns", () => {
    const without = placeDisplay({
      screens: [cashier, left],
      cashierScreenId: 1,
      savedScreenId: 3,
    });
    expect(without).toEqual({ kind: "SCREEN", screen: left });
  });

  test("never covers the cashier's screen, even if it was saved there", () => {
    expect(
      placeDisplay({ screens: [cashier, left], cashierScreenId: 1, savedScreenId: 1 }),
    ).toEqual({ kind: "SCREEN", screen: left });
  });

  test("is an ordinary window while there is only one screen", () => {
    expect(placeDisplay({ screens: [cashier], cashierScreenId: 1, savedScreenId: 2 })).toEqual({
      kind: "WINDOW",
    });
  });
});
