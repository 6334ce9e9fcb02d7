import { readFileSync, writeFileSync } from "node:fs";
import { type BrowserWindow, screen } from "electron";
import { z } from "zod";
import type { ScreenView } from "../../../shared/contract/hand-over.ts";
import { placeDisplay } from "./display-place.ts";

const Settings = z.object({ screenId: z.number() });

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
    const savedScreenId = savedScreen(settingsPath);
    const found = placeDisplay({
      screens: screen.getAllDisplays(),
      cashierScreenId: screen.getDisplayMatching(cashier.getBounds()).id,
      savedScreenId,
    });
    if (found.kind === "WINDOW") {
      display.setFullScreen(false);
      return;
    }
    display.setBounds(found.screen.bounds);
    display.setFullScreen(true);
    if (savedScreenId === null) saveScreen(settingsPath, found.screen.id);
  };
  place();
  placeAtChange(display, place);
  return {
    screens: () => screenViews(display, cashier),
    showOn: (screenId) => {
      if (cashier.isDestroyed() || display.isDestroyed()) return;
      const views = screenViews(display, cashier);
      if (!views.some(({ id, cashier: taken }) => id === screenId && !taken)) return;
      saveScreen(settingsPath, screenId);
      // A full-screen window stays where it is; it is made full again on the other screen.
      display.setFullScreen(false);
      place();
    },
  };
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

function savedScreen(path: string): number | null {
  try {
    return Settings.parse(JSON.parse(readFileSync(path, "utf8"))).screenId;
  } catch {
    return null;
  }
}

function saveScreen(path: string, screenId: number): void {
  try {
    writeFileSync(path, JSON.stringify({ screenId }));
  } catch {
    // The screen is then chosen anew at the next start.
  }
}
