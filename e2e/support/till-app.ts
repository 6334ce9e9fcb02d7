import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { _electron, type ElectronApplication, type Page } from "@playwright/test";
import { electronRuntime } from "../../scripts/electron/runtime.ts";

/** The project's folder: what Electron is told to run. */
export const ROOT = join(import.meta.dirname, "..", "..");

/** A running till: its process and its two windows. */
export type TillApp = {
  readonly app: ElectronApplication;
  readonly cashier: Page;
  readonly display: Page;
  /** Ends the till as a person does, and waits until its processes are gone. */
  close(): Promise<void>;
};

export type TillOptions = {
  /** folder of the till's file, keys and profile; kept between launches of the same till */
  readonly dataDir: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** further switches for Chromium: a fake camera, for one */
  readonly switches?: readonly string[];
};

const START_MS = 60_000;
const USUAL_SIZE = { width: 1_366, height: 768 };

/** Starts the built till as people do, with real windows on the display named by DISPLAY. */
export async function launchTill(options: TillOptions): Promise<TillApp> {
  const app = await launchApp(options);
  const close = closer(app);
  try {
    const cashier = await windowOf(app, "/cashier/");
    const display = await windowOf(app, "/display/");
    return { app, cashier, display, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Starts the built till without waiting for its pages: what is shown may be a recovery page. The
 * engine is named by Electron's own variable and not as `executablePath`, for only then does
 * Playwright hold the app back until it has attached; else one start in forty hangs.
 */
export async function launchApp(options: TillOptions): Promise<ElectronApplication> {
  const runtime = await electronRuntime({ root: ROOT, say: () => undefined });
  const { width, height } = options.size ?? USUAL_SIZE;
  process.env["ELECTRON_OVERRIDE_DIST_PATH"] = dirname(runtime.executable);
  return _electron.launch({
    args: [
      ...runtime.switches,
      ROOT,
      `--data-dir=${options.dataDir}`,
      `--cashier-size=${width}x${height}`,
      ...(options.switches ?? []),
    ],
    timeout: START_MS,
  });
}

/**
 * The window that shows a page, once it does. A window is there before it has an address, so each
 * window, old or new, is waited for by its own address.
 */
export function windowOf(app: ElectronApplication, path: string): Promise<Page> {
  return new Promise((resolve, reject) => {
    const settle = (done: () => void): void => {
      clearTimeout(limit);
      app.off("window", watch);
      app.off("close", onClose);
      done();
    };
    const watch = (page: Page): void => {
      const isIt = ({ href }: URL): boolean => href.includes(path);
      page.waitForURL(isIt, { timeout: 0, waitUntil: "domcontentloaded" }).then(
        () => settle(() => resolve(page)),
        // Closed without ever showing it; another window may.
        () => undefined,
      );
    };
    const fail = (why: string): void => settle(() => reject(new Error(`no ${path}: ${why}`)));
    const onClose = (): void => fail("the till ended");
    const limit = setTimeout(() => fail("not within a minute"), START_MS);
    app.on("window", watch);
    app.on("close", onClose);
    for (const page of app.windows()) watch(page);
  });
}

/** Ends the shell and waits for its process; asking again changes nothing. */
function closer(app: ElectronApplication): () => Promise<void> {
  const shell = app.process();
  let closing: Promise<void> | undefined;
  return () => {
    closing ??= closeApp(app, shell);
    return closing;
  };
}

async function closeApp(app: ElectronApplication, shell: ChildProcess): Promise<void> {
  if (shell.exitCode !== null || shell.signalCode !== null) return;
  const gone = once(shell, "exit");
  await app.close();
  await gone;
}
