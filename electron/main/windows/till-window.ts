import { BrowserWindow, type BrowserWindowConstructorOptions } from "electron";
import type { WindowRole } from "../../../shared/contract/roles.ts";
import { isBlockedKey } from "../lock/rules.ts";

/** Colour of a window before its page has painted: the page's own ground, so that nothing flashes. */
const GROUND: Readonly<Record<WindowRole, string>> = { cashier: "#FBF8F3", display: "#10201D" };

/** Makes the window of a role: sandboxed, isolated, without Node, menu, devtools, zoom or reload. */
export function createTillWindow(options: {
  role: WindowRole;
  preload: string;
  devTools: boolean;
  size: { width: number; height: number };
}): BrowserWindow {
  const { role, preload, devTools, size } = options;
  const shape: BrowserWindowConstructorOptions =
    role === "display" ? { focusable: false, skipTaskbar: true } : {};
  const window = new BrowserWindow({
    ...shape,
    ...size,
    useContentSize: true,
    title: role === "cashier" ? "Bela Beli" : "Bela Beli: layar pembeli",
    backgroundColor: GROUND[role],
    autoHideMenuBar: true,
    show: false,
    webPreferences: {
      preload,
      devTools,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      backgroundThrottling: false,
    },
  });
  window.once("ready-to-show", () => (role === "display" ? window.showInactive() : window.show()));
  const { webContents } = window;
  webContents.on("before-input-event", (event, input) => {
    if (!devTools && isBlockedKey(input)) event.preventDefault();
  });
  webContents.on("did-finish-load", () => {
    webContents.setZoomFactor(1);
    void webContents.setVisualZoomLevelLimits(1, 1);
  });
  return window;
}
