/** A screen as the system names it. */
export type Screen = {
  id: number;
  bounds: { x: number; y: number; width: number; height: number };
};

/**
 * Where the customer display goes: full screen on the saved screen, else on the first that is not
 * the cashier's; with one screen only, in a window that overlaps nothing else of ours by choice.
 */
export type DisplayPlace = { kind: "SCREEN"; screen: Screen } | { kind: "WINDOW" };

export function placeDisplay(options: {
  screens: readonly Screen[];
  cashierScreenId: number;
  savedScreenId: number | null;
}): DisplayPlace {
  const others = options.screens.filter((screen) => screen.id !== options.cashierScreenId);
  const screen = others.find(({ id }) => id === options.savedScreenId) ?? others[0];
  return screen === undefined ? { kind: "WINDOW" } : { kind: "SCREEN", screen };
}
