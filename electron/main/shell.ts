import { join } from "node:path";
import { app, powerSaveBlocker, protocol, safeStorage } from "electron";
import { CoreProcess, type CoreState } from "./core/core-process.ts";
import { openCore } from "./core/open-core.ts";
import type { Flags } from "./flags.ts";
import { confine } from "./lock/confinement.ts";
import { createFileLog, type Log } from "./log/log.ts";
import { type ShellPaths, shellPaths } from "./paths.ts";
import { APP_SCHEME } from "./protocol/app-url.ts";
import { serveApp } from "./protocol/serve-app.ts";
import { createSealBox } from "./seal/seal-box.ts";
import { PortDealer } from "./windows/port-dealer.ts";
import { answerSavePdf } from "./windows/save-pdf.ts";
import { answerScreens } from "./windows/answer-screens.ts";
import { TillWindows } from "./windows/till-windows.ts";

const LOG_LIMIT_BYTES = 1_000_000;

export type ShellOptions = {
  flags: Flags;
  /** the folder that holds `out/` and `resources/` */
  root: string;
  /** address of the development server, or null in a product build */
  devServer: string | null;
};

/** Puts the shell together and runs it: log, core, windows, and what happens between them. */
export async function runShell(options: ShellOptions): Promise<void> {
  const { flags, root, devServer } = options;
  const dataDir = app.getPath("userData");
  const paths = shellPaths(root, { core: flags.core, ...process });
  const log = openLog(dataDir);
  await app.whenReady();

  const core = createCore({ flags, paths, dataDir, log, onState: (state) => onCoreState(state) });
  const onShown = (): void => windows.openDisplay();
  const dealer = new PortDealer({ core, devServer, onShown, onRetry: () => retry() });
  confine({
    isCashier: (contents) => dealer.roleOf(contents.id) === "cashier",
    devServer,
    report: (what) => log.write("warn", "denied", { what }),
  });
  answerSavePdf(dealer, log);
  protocol.handle(APP_SCHEME, (request) => serveApp(request, paths));
  core.start();
  const windows = new TillWindows({
    preload: paths.preload,
    cashierSize: flags.cashierSize,
    devServer,
    displaySettingsPath: join(dataDir, "display.json"),
    log,
    nowMs,
    onWindow: (role, window) => dealer.seat(role, window),
  });
  answerScreens(dealer, windows);
  powerSaveBlocker.start("prevent-display-sleep");
  endInOrder({ core, windows, log });

  function onCoreState(state: CoreState): void {
    if (state.kind === "READY") dealer.dealAll();
    if (state.kind === "RESTARTING" || state.kind === "FAILED") dealer.announceLoss();
    if (state.kind === "FAILED") windows.showRecovery(state.reason);
  }
  function retry(): void {
    log.write("info", "retry");
    core.retry();
    windows.showPages();
  }
}

function openLog(dataDir: string): Log {
  const path = join(dataDir, "logs", "shell.log");
  return createFileLog({ path, maxBytes: LOG_LIMIT_BYTES, nowMs });
}

function createCore(options: {
  flags: Flags;
  paths: ShellPaths;
  dataDir: string;
  log: Log;
  onState: (state: CoreState) => void;
}): CoreProcess {
  const { flags, paths, dataDir, log, onState } = options;
  return new CoreProcess({
    open: openCore({ core: flags.core, paths, nodeApi: Number(process.versions["napi"] ?? 0) }),
    boot: { dataDir, version: __APP_VERSION__ },
    sealBox: createSealBox(safeStorage, process.platform),
    log,
    nowMs,
    after: (delayMs, action) => {
      const timer = setTimeout(action, delayMs);
      return () => clearTimeout(timer);
    },
    onState,
  });
}

/** A second start shows the first; quitting waits until the core has closed its file. */
function endInOrder(running: { core: CoreProcess; windows: TillWindows; log: Log }): void {
  const { core, windows, log } = running;
  let ended = false;
  app.on("second-instance", () => windows.focus());
  app.on("before-quit", (event) => {
    if (ended) return;
    event.preventDefault();
    void core.stop().then(() => {
      ended = true;
      log.write("info", "ended");
      app.quit();
    });
  });
}

function nowMs(): number {
  return Date.now();
}
