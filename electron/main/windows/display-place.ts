/** A screen as the system names it; `label` is the monitor's own name, empty where there is none. */
export type Screen = {
  id: number;
  label: string;
  bounds: { x: number; y: number; width: number; height: number };
};

/** What is remembered of the screen that was chosen; files from before know the id alone. */
export type ChosenScreen = {
  screenId: number;
  label?: string | undefined;
  bounds?: Screen["bounds"] | undefined;
};

/**
 * Where the customer display goes: full screen on the chosen screen, else on the first that is not
 * the cashier's; with one screen only, in a window that overlaps nothing else of ours by choice.
 */
export type DisplayPlace = { kind: "SCREEN"; screen: Screen } | { kind: "WINDOW" };

export function placeDisplay(options: {
  screens: readonly Screen[];
  cashierScreenId: number;
  chosen: ChosenScreen | null;
}): DisplayPlace {
  const { screens, cashierScreenId, chosen } = options;
  const others = screens.filter(({ id }) => id !== cashierScreenId);
  const byLikeness =
    chosen === null ? others : others.toSorted((a, b) => likeness(b, chosen) - likeness(a, chosen));
  const [screen] = byLikeness;
  return screen === undefined ? { kind: "WINDOW" } : { kind: "SCREEN", screen };
}

/**
 * How surely a screen is the one chosen. Systems number screens anew at a restart or another socket,
 * so a monitor's name weighs more than its number; the number tells two of a kind apart, then size
 * and place do.
 */
function likeness({ id, label, bounds }: Screen, chosen: ChosenScreen): number {
  const sameName = chosen.label !== undefined && chosen.label !== "" && label === chosen.label;
  const { width, height, x, y } = chosen.bounds ?? {};
  const sameSize = bounds.width === width && bounds.height === height;
  const samePlace = bounds.x === x && bounds.y === y;
  return (
    (sameName ? 8 : 0) + (id === chosen.screenId ? 4 : 0) + (sameSize ? 2 : 0) + (samePlace ? 1 : 0)
  );
}

/** What to remember of a screen. */
export function chosenScreen({ id, label, bounds }: Screen): ChosenScreen {
  const { x, y, width, height } = bounds;
  return { screenId: id, label, bounds: { x, y, width, height } };
}
