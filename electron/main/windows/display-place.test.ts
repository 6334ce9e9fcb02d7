import { describe, expect, test } from "vitest";
import { chosenScreen, placeDisplay, type Screen } from "./display-place.ts";

const screen = (id: number, label = `Monitor ${id}`, at = id): Screen => ({
  id,
  label,
  bounds: { x: at * 1366, y: 0, width: 1366, height: 768 },
});
const [cashier, left, right] = [screen(1), screen(2), screen(3)];
const cashierScreenId = 1;

describe("the customer display", () => {
  test("fills the screen it was last on", () => {
    const screens = [cashier, left, right];
    expect(placeDisplay({ screens, cashierScreenId, chosen: chosenScreen(right) })).toEqual({
      kind: "SCREEN",
      screen: right,
    });
  });

  test("moves to another screen when its own is unplugged, and back when it returns", () => {
    const chosen = chosenScreen(right);
    const without = placeDisplay({ screens: [cashier, left], cashierScreenId, chosen });
    expect(without).toEqual({ kind: "SCREEN", screen: left });
    const replugged = screen(9, right.label, 5);
    const back = placeDisplay({ screens: [cashier, left, replugged], cashierScreenId, chosen });
    expect(back).toEqual({ kind: "SCREEN", screen: replugged });
  });

  test("stays with its monitor when the system numbers the screens anew", () => {
    const swapped = [cashier, screen(2, right.label, 3), screen(3, left.label, 2)];
    const found = placeDisplay({
      screens: swapped,
      cashierScreenId,
      chosen: chosenScreen(right),
    });
    expect(found).toEqual({ kind: "SCREEN", screen: swapped[1] });
  });

  test("tells two monitors of one kind apart by number, then by place", () => {
    const [near, far] = [screen(2, "Twin"), screen(3, "Twin")];
    const chosen = chosenScreen(far);
    const screens = [cashier, near, far];
    expect(placeDisplay({ screens, cashierScreenId, chosen })).toMatchObject({ screen: far });
    const anew = [cashier, screen(12, "Twin", 2), screen(13, "Twin", 3)];
    const placed = placeDisplay({ screens: anew, cashierScreenId, chosen });
    expect(placed).toMatchObject({ screen: { id: 13 } });
  });

  test("knows a monitor without a name by its size", () => {
    const small = { ...screen(7, ""), bounds: { x: 0, y: 0, width: 800, height: 480 } };
    const chosen = chosenScreen(small);
    const screens = [cashier, screen(2, ""), { ...small, id: 8 }];
    expect(placeDisplay({ screens, cashierScreenId, chosen })).toMatchObject({ screen: { id: 8 } });
  });

  test("follows what a till of before remembered: the number alone", () => {
    const screens = [cashier, left, right];
    const found = placeDisplay({ screens, cashierScreenId, chosen: { screenId: 3 } });
    expect(found).toEqual({ kind: "SCREEN", screen: right });
  });

  test("never covers the cashier's screen, even if it was saved there", () => {
    const chosen = chosenScreen(cashier);
    expect(placeDisplay({ screens: [cashier, left], cashierScreenId, chosen })).toEqual({
      kind: "SCREEN",
      screen: left,
    });
  });

  test("is an ordinary window while there is only one screen", () => {
    const chosen = chosenScreen(left);
    expect(placeDisplay({ screens: [cashier], cashierScreenId, chosen })).toEqual({
      kind: "WINDOW",
    });
  });
});
