import { BrowserWindow, type BrowserWindowConstructorOptions, type WebContents } from "electron";
import type { WindowRole } from "../../../shared/contract/roles.ts";
import { isBlockedKey } from "../lock/rules.ts";

type Shape = { title: string; ground: string; options: BrowserWindowConstructorOptions };

/** `ground` is the page's own colour, so that nothing flashes before it has painted. */
const SHAPES: Readonly<Record<WindowRole, Shape>> = {
  cashier: { title: "Bela Beli", ground: "#FBF8F3", options: {} },
  display: {
    title: "Bela Beli: layar pembeli",
    ground: "#10201D",
    options: { focusable: false, skipTaskbar: true },
  },
};

/** Makes the window of a role: sandboxed, isolated, without Node, menu, devtools, zoom or reload. */
export function createTillWindow(options: {
  role: WindowRole;
  preload: string;
  devTools: boolean;
  size: { width: number; height: number };
}): BrowserWindow {
  const { role, preload, devTools, size } = options;
  const shape = SHAPES[role];
  const window = new BrowserWindow({
    ...shape.options,
    ...size,
    useContentSize: true,
    title: shape.title,
    backgroundColor: shape.ground,
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
  if (!devTools) lockKeys(window.webContents);
  return window;
}

function lockKeys(contents: WebContents): void {
  contents.on("before-input-event", (event, input) => {
    if (isBlockedKey(input)) event.preventDefault();
  });
  contents.on("did-finish-load", () => {
    contents.setZoomFactor(1);
    void contents.setVisualZoomLevelLimits(1, 1);
  });
}
