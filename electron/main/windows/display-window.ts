import { readFileSync, writeFileSync } from "node:fs";
import { type BrowserWindow, screen } from "electron";
import { z } from "zod";
import { placeDisplay } from "./display-place.ts";

const Settings = z.object({ screenId: z.number() });

/**
 * Keeps the customer display on its own screen: full screen there, moved when the screen is
 * unplugged, brought back when it returns. Which screen that is, is remembered in `settingsPath`.
 */
export function keepDisplayPlaced(options: {
  display: BrowserWindow;
  cashier: BrowserWindow;
  settingsPath: string;
}): void {
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
  screen.on("display-added", place);
  screen.on("display-removed", place);
  screen.on("display-metrics-changed", place);
  display.once("closed", () => {
    screen.off("display-added", place);
    screen.off("display-removed", place);
    screen.off("display-metrics-changed", place);
  });
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
