import { join } from "node:path";
import { app, type BrowserWindow } from "electron";
import type { WindowRole } from "../../../shared/contract/roles.ts";
import { decideRestart } from "../core/restart-policy.ts";
import type { Flags } from "../flags.ts";
import type { Log } from "../log/log.ts";
import type { ShellPaths } from "../paths.ts";
import { APP_ORIGIN } from "../protocol/app-url.ts";
import type { RecoveryReason } from "../recovery/recovery-page.ts";
import { keepDisplayPlaced } from "./display-window.ts";
import type { PortDealer } from "./port-dealer.ts";
import { createTillWindow } from "./till-window.ts";

export type TillWindows = {
  /** brings the cashier's window to the front */
  focus(): void;
  /** puts the recovery page into the cashier's window; the display keeps what it shows */
  showRecovery(reason: RecoveryReason): void;
  /** puts both windows back to their own page where they show another */
  showPages(): void;
};

const DEFAULT_SIZE = { width: 1366, height: 768 };

/** Opens the till's windows and keeps their pages alive. */
export function openWindows(options: {
  flags: Flags;
  paths: ShellPaths;
  dealer: PortDealer;
  devServer: string | null;
  log: Log;
  nowMs: () => number;
  dataDir: string;
}): TillWindows {
  const { flags, paths, dealer, devServer } = options;
  const size = flags.cashierSize ?? DEFAULT_SIZE;
  const open = (role: WindowRole): BrowserWindow => {
    const window = createTillWindow({
      role,
      preload: paths.preload,
      devTools: devServer !== null,
      size,
    });
    dealer.seat(role, window);
    reviveOnCrash({ window, role, options, showRecovery });
    return window;
  };
  const cashier = open("cashier");
  if (flags.cashierSize === null) cashier.maximize();
  const display = open("display");
  keepDisplayPlaced({ display, cashier, settingsPath: join(options.dataDir, "display.json") });
  cashier.once("closed", () => app.quit());

  function load(window: BrowserWindow, url: string): void {
    // A load that another load overtakes is rejected; the other one is the one that counts.
    window.loadURL(url).catch(() => options.log.write("info", "load-overtaken"));
  }
  function showRecovery(reason: RecoveryReason): void {
    if (!cashier.isDestroyed()) load(cashier, `${APP_ORIGIN}/recovery/${reason}`);
  }
  function showPages(): void {
    for (const [role, window] of [
      ["cashier", cashier],
      ["display", display],
    ] as const) {
      const url = pageUrl(role, devServer);
      if (!window.isDestroyed() && window.webContents.getURL() !== url) load(window, url);
    }
  }
  showPages();
  return {
    showRecovery,
    showPages,
    focus: () => {
      if (cashier.isDestroyed()) return;
      if (cashier.isMinimized()) cashier.restore();
      cashier.focus();
    },
  };
}

function pageUrl(role: WindowRole, devServer: string | null): string {
  return `${devServer ?? APP_ORIGIN}/${role}/index.html`;
}

function reviveOnCrash({
  window,
  role,
  options,
  showRecovery,
}: {
  window: BrowserWindow;
  role: WindowRole;
  options: { log: Log; nowMs: () => number; devServer: string | null };
  showRecovery: (reason: RecoveryReason) => void;
}): void {
  const crashesMs: number[] = [];
  window.webContents.on("render-process-gone", (_event, details) => {
    options.log.write("error", "window-gone", { role, reason: details.reason });
    if (details.reason === "clean-exit" || window.isDestroyed()) return;
    const nowMs = options.nowMs();
    crashesMs.push(nowMs);
    if (decideRestart(crashesMs, nowMs).kind === "RESTART") {
      void window.loadURL(pageUrl(role, options.devServer)).catch(() => undefined);
    } else if (role === "cashier") showRecovery("WINDOW_FAILED");
  });
  window.on("unresponsive", () => options.log.write("warn", "window-unresponsive", { role }));
}
