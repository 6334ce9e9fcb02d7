import { join } from "node:path";
import { app, powerSaveBlocker, protocol, safeStorage } from "electron";
import { CoreProcess, type CoreState } from "./core/core-process.ts";
import { openCore } from "./core/open-core.ts";
import type { Flags } from "./flags.ts";
import { confine } from "./lock/confinement.ts";
import { createFileLog, type Log } from "./log/log.ts";
import { shellPaths } from "./paths.ts";
import { APP_SCHEME } from "./protocol/app-url.ts";
import { serveApp } from "./protocol/serve-app.ts";
import { createSealBox } from "./seal/seal-box.ts";
import { PortDealer } from "./windows/port-dealer.ts";
import { openWindows, type TillWindows } from "./windows/till-windows.ts";

const LOG_LIMIT_BYTES = 1_000_000;

/** Puts the shell together: log, core, windows, and what happens between them until the end. */
export async function runShell(options: {
  flags: Flags;
  root: string;
  devServer: string | null;
}): Promise<void> {
  const { flags, root, devServer } = options;
  const dataDir = app.getPath("userData");
  const nowMs = (): number => Date.now();
  const log = createFileLog({
    path: join(dataDir, "logs", "shell.log"),
    maxBytes: LOG_LIMIT_BYTES,
    nowMs,
  });
  const paths = shellPaths(root, {
    core: flags.core,
    platform: process.platform,
    arch: process.arch,
  });
  await app.whenReady();
  const core = new CoreProcess({
    open: openCore({ core: flags.core, paths, nodeApi: Number(process.versions["napi"] ?? 0) }),
    boot: { dataDir, version: __APP_VERSION__ },
    sealBox: createSealBox(safeStorage, process.platform),
    log,
    nowMs,
    after: (delayMs, action) => {
      const timer = setTimeout(action, delayMs);
      return () => clearTimeout(timer);
    },
    onState: (state) => onCoreState(state),
  });
  const dealer = new PortDealer({ core, devServer, onRetry: () => retry() });
  confine({
    isCashier: (contents) => dealer.roleOf(contents.id) === "cashier",
    devServer,
    report: (what) => log.write("warn", "denied", { what }),
  });
  protocol.handle(APP_SCHEME, (request) => serveApp(request, paths));
  core.start();
  const windows = openWindows({ flags, paths, dealer, devServer, log, nowMs, dataDir });

  function onCoreState(state: CoreState): void {
    log.write(state.kind === "FAILED" ? "error" : "info", "core-state", { state: state.kind });
    if (state.kind === "READY") dealer.dealAll();
    if (state.kind === "RESTARTING" || state.kind === "FAILED") dealer.announceLoss();
    if (state.kind === "FAILED") windows.showRecovery(state.reason);
  }
  function retry(): void {
    log.write("info", "retry");
    core.retry();
    windows.showPages();
  }
  powerSaveBlocker.start("prevent-display-sleep");
  endInOrder({ core, windows, log });
}

/** A second start shows the first; quitting waits until the core has closed its file. */
function endInOrder({
  core,
  windows,
  log,
}: {
  core: CoreProcess;
  windows: TillWindows;
  log: Log;
}): void {
  let ended = false;
  app.on("second-instance", () => windows.focus());
  app.on("window-all-closed", () => app.quit());
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
