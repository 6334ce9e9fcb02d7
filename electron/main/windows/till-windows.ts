import { app, type BrowserWindow } from "electron";
import type { WindowRole } from "../../../shared/contract/roles.ts";
import { decideRestart } from "../core/restart-policy.ts";
import type { Log } from "../log/log.ts";
import { APP_ORIGIN } from "../protocol/app-url.ts";
import type { RecoveryReason } from "../recovery/recovery-page.ts";
import { type DisplayPlacing, keepDisplayPlaced } from "./display-window.ts";
import { createTillWindow } from "./till-window.ts";

/** How long the display waits for the cashier's first screen. */
const DISPLAY_AT_LATEST_MS = 2_000;
/** A page that is not there by now never comes: its process lost its way while the machine started. */
const PAGE_AT_LATEST_MS = 15_000;
const DEFAULT_SIZE = { width: 1366, height: 768 };

export type TillWindowsOptions = {
  preload: string;
  /** content size of the cashier's window; null: fill the screen */
  cashierSize: { width: number; height: number } | null;
  devServer: string | null;
  /** where the customer display's screen is remembered */
  displaySettingsPath: string;
  log: Log;
  nowMs: () => number;
  /** told of each window right after it is made */
  onWindow: (role: WindowRole, window: BrowserWindow) => void;
};

/** The till's two windows: opens them, keeps their pages alive, and shows recovery pages. */
export class TillWindows {
  readonly #options: TillWindowsOptions;
  readonly #windows: Partial<Record<WindowRole, BrowserWindow>> = {};
  #placing: DisplayPlacing | null = null;

  constructor(options: TillWindowsOptions) {
    this.#options = options;
    const cashier = this.#create("cashier");
    if (options.cashierSize === null) cashier.maximize();
    cashier.once("closed", () => app.quit());
    cashier.webContents.once("did-stop-loading", () =>
      setTimeout(() => this.openDisplay(), DISPLAY_AT_LATEST_MS),
    );
    this.#load("cashier", this.#pageUrl("cashier"));
  }

  /** Opens the customer's display. The cashier comes first: it would take half the machine from it. */
  openDisplay(): void {
    const { cashier } = this.#windows;
    if (this.#windows.display !== undefined || cashier === undefined || cashier.isDestroyed())
      return;
    const display = this.#create("display");
    const settingsPath = this.#options.displaySettingsPath;
    this.#placing = keepDisplayPlaced({ display, cashier, settingsPath });
    this.#load("display", this.#pageUrl("display"));
  }

  /** Where the customer display is and may go; null before it is open. */
  get placing(): DisplayPlacing | null {
    return this.#placing;
  }

  /** Brings the cashier's window to the front. */
  focus(): void {
    const { cashier } = this.#windows;
    if (cashier === undefined || cashier.isDestroyed()) return;
    if (cashier.isMinimized()) cashier.restore();
    cashier.focus();
  }

  /** Puts both windows to their own page where they show another. */
  showPages(): void {
    for (const role of ["cashier", "display"] as const) {
      const url = this.#pageUrl(role);
      const window = this.#windows[role];
      if (window === undefined || window.isDestroyed()) continue;
      if (window.webContents.getURL() !== url) this.#load(role, url);
    }
  }

  /** Puts a recovery page into the cashier's window; the display keeps what it shows. */
  showRecovery(reason: RecoveryReason): void {
    this.#load("cashier", `${APP_ORIGIN}/recovery/${reason}`);
  }

  #create(role: WindowRole): BrowserWindow {
    const { preload, cashierSize, devServer, onWindow } = this.#options;
    const window = createTillWindow({
      role,
      preload,
      devTools: devServer !== null,
      size: cashierSize ?? DEFAULT_SIZE,
    });
    this.#windows[role] = window;
    this.#reviveOnCrash(role, window);
    onWindow(role, window);
    return window;
  }

  #reviveOnCrash(role: WindowRole, window: BrowserWindow): void {
    const { log, nowMs } = this.#options;
    const crashesMs: number[] = [];
    window.webContents.on("render-process-gone", (_event, { reason }) => {
      log.write("error", "page-gone", { role, reason });
      if (reason === "clean-exit") return;
      const now = nowMs();
      crashesMs.push(now);
      if (decideRestart(crashesMs, now).kind === "RESTART") this.#load(role, this.#pageUrl(role));
      else if (role === "cashier") this.showRecovery("WINDOW_FAILED");
    });
    window.on("unresponsive", () => log.write("warn", "window-unresponsive", { role }));
  }

  #load(role: WindowRole, url: string): void {
    const window = this.#windows[role];
    if (window === undefined || window.isDestroyed()) return;
    // A load that another load overtakes is rejected; the later one is the one that counts.
    window.loadURL(url).catch(() => this.#options.log.write("info", "load-overtaken", { role }));
    this.#endWhenOverdue(role, window);
  }

  /** Ends the process of a page that does not come; its crash then loads the page anew. */
  #endWhenOverdue(role: WindowRole, window: BrowserWindow): void {
    const { webContents } = window;
    const overdue = setTimeout(() => {
      if (window.isDestroyed()) return;
      this.#options.log.write("warn", "page-overdue", { role });
      webContents.forcefullyCrashRenderer();
    }, PAGE_AT_LATEST_MS);
    const settle = () => clearTimeout(overdue);
    webContents.once("did-navigate", settle);
    webContents.once("render-process-gone", settle);
    window.once("closed", settle);
  }

  #pageUrl(role: WindowRole): string {
    return `${this.#options.devServer ?? APP_ORIGIN}/${role}/index.html`;
  }
}
