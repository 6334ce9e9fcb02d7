import { readFileSync, writeFileSync } from "node:fs";
import { type BrowserWindow, screen } from "electron";
import { z } from "zod";
import { HAND_OVER, type ScreenView } from "../../../shared/contract/hand-over.ts";
import { type ChosenScreen, chosenScreen, placeDisplay, type Screen } from "./display-place.ts";

const Chosen = z.object({
  screenId: z.number(),
  label: z.string().optional(),
  bounds: z
    .object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
    .optional(),
});

/** The customer display's place among the screens. */
export type DisplayPlacing = {
  readonly screens: () => ScreenView[];
  /** Moves it to another screen and remembers that; the cashier's own screen is not given to it. */
  readonly showOn: (screenId: number) => void;
};

/**
 * Keeps the customer display on its own screen: full screen there, moved when the screen is
 * unplugged, brought back when it returns. Which screen that is, is remembered in `settingsPath`.
 */
export function keepDisplayPlaced(options: {
  display: BrowserWindow;
  cashier: BrowserWindow;
  settingsPath: string;
}): DisplayPlacing {
  const { display, cashier, settingsPath } = options;
  const place = (): void => {
    if (display.isDestroyed() || cashier.isDestroyed()) return;
    const chosen = rememberedScreen(settingsPath);
    const found = placeDisplay({
      screens: screen.getAllDisplays(),
      cashierScreenId: screen.getDisplayMatching(cashier.getBounds()).id,
      chosen,
    });
    if (found.kind === "WINDOW") {
      display.setFullScreen(false);
      return;
    }
    display.setBounds(found.screen.bounds);
    display.setFullScreen(true);
    if (chosen === null) rememberScreen(settingsPath, found.screen);
  };
  place();
  placeAtChange(display, () => {
    place();
    // Whoever chooses a screen just now sees it come and go.
    if (cashier.isDestroyed()) return;
    cashier.webContents.send(HAND_OVER.screensTold, screenViews(display, cashier));
  });
  return {
    screens: () => screenViews(display, cashier),
    showOn: (screenId) => {
      if (cashier.isDestroyed() || display.isDestroyed()) return;
      const chosen = otherScreen(screenId, cashier);
      if (chosen === undefined) return;
      rememberScreen(settingsPath, chosen);
      // A full-screen window stays where it is; it is made full again on the other screen.
      display.setFullScreen(false);
      place();
    },
  };
}

/** A screen by its number, unless it is the cashier's own. */
function otherScreen(screenId: number, cashier: BrowserWindow): Screen | undefined {
  const cashierId = screen.getDisplayMatching(cashier.getBounds()).id;
  return screen.getAllDisplays().find(({ id }) => id === screenId && id !== cashierId);
}

/** Screens come, go and change while the display lives. */
function placeAtChange(display: BrowserWindow, place: () => void): void {
  screen.on("display-added", place);
  screen.on("display-removed", place);
  screen.on("display-metrics-changed", place);
  display.once("closed", () => {
    screen.off("display-added", place);
    screen.off("display-removed", place);
    screen.off("display-metrics-changed", place);
  });
}

function screenViews(display: BrowserWindow, cashier: BrowserWindow): ScreenView[] {
  if (display.isDestroyed() || cashier.isDestroyed()) return [];
  const cashierId = screen.getDisplayMatching(cashier.getBounds()).id;
  const displayId = display.isFullScreen()
    ? screen.getDisplayMatching(display.getBounds()).id
    : null;
  return screen.getAllDisplays().map(({ id, label, size: { width, height } }) => ({
    id,
    label,
    width,
    height,
    cashier: id === cashierId,
    display: id === displayId,
  }));
}

function rememberedScreen(path: string): ChosenScreen | null {
  try {
    return Chosen.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

function rememberScreen(path: string, found: Screen): void {
  try {
    writeFileSync(path, JSON.stringify(chosenScreen(found)));
  } catch {
    // The screen is then chosen anew at the next start.
  }
}
