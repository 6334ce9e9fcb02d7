import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import Database from "better-sqlite3";
import { electronRuntime } from "../../scripts/electron/runtime.ts";
import { launchApp, launchTill, ROOT, type TillApp, windowOf } from "../support/till-app.ts";
import { coreProcessId } from "./processes.ts";
import { test } from "./till-folder.ts";

const loginShown = (cashier: Page): Promise<void> => cashier.getByRole("radio").first().waitFor();

/** Ends the core as a crash does, and waits until the page has another. */
async function crashCore(till: TillApp): Promise<void> {
  const handed = till.cashier.evaluate(
    () =>
      new Promise<void>((resolve) => {
        window.addEventListener("message", ({ data }) => {
          if (data?.type === "bela-beli:port") resolve();
        });
      }),
  );
  process.kill(await coreProcessId(till.app), "SIGKILL");
  await handed;
}

test("a core that crashed is back, and the window goes on", async ({ shop }) => {
  const till = await launchTill({ dataDir: shop.dataDir });
  await loginShown(till.cashier);
  await crashCore(till);
  await loginShown(till.cashier);
  expect(till.cashier.url()).toContain("/cashier/");
  await till.close();
});

test("a core that crashes three times in a minute is left alone until somebody asks", async ({
  shop,
}) => {
  const till = await launchTill({ dataDir: shop.dataDir });
  await loginShown(till.cashier);
  await crashCore(till);
  await crashCore(till);
  process.kill(await coreProcessId(till.app), "SIGKILL");
  const { cashier } = till;
  await expect(cashier.getByRole("heading")).toHaveText("Kasir berhenti berulang kali");
  await cashier.getByRole("button", { name: "Coba lagi" }).click();
  await loginShown(cashier);
  await till.close();
});

test("a page that crashed comes back", async ({ shop }) => {
  const till = await launchTill({ dataDir: shop.dataDir });
  await loginShown(till.cashier);
  const title = await till.app.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.isFocusable());
    if (window === undefined) throw new Error("no cashier's window");
    const loaded = new Promise<void>((resolve) => {
      window.webContents.once("did-finish-load", () => resolve());
    });
    window.webContents.forcefullyCrashRenderer();
    await loaded;
    return window.webContents.executeJavaScript("document.location.pathname") as Promise<string>;
  });
  expect(title).toBe("/cashier/index.html");
  await till.close();
});

test.describe("a till's file that cannot be opened", () => {
  const recovery = async (dataDir: string) => {
    const app = await launchApp({ dataDir });
    return { app, page: await windowOf(app, "/recovery/") };
  };

  test("because a newer version wrote it, says so", async ({ shop }) => {
    const file = new Database(join(shop.dataDir, "till.db"));
    const version = file.pragma("user_version", { simple: true });
    file.pragma(`user_version = ${Number(version) + 1}`);
    file.close();
    const { app, page } = await recovery(shop.dataDir);
    await expect(page.getByRole("heading")).toHaveText(
      "Data kasir dibuat oleh versi yang lebih baru",
    );
    await expect(page.getByText("Kode: DB_NEWER")).toBeVisible();
    await app.close();
  });

  test("because it is damaged, says so, and opens once it is repaired", async ({ shop }) => {
    const path = join(shop.dataDir, "till.db");
    await copyFile(path, `${path}.good`);
    await rm(`${path}-wal`, { force: true });
    await writeFile(path, Buffer.alloc(64 * 1_024, "not a database "));
    const { app, page } = await recovery(shop.dataDir);
    await expect(page.getByRole("heading")).toHaveText("Data kasir rusak");
    await copyFile(`${path}.good`, path);
    await page.getByRole("button", { name: "Coba lagi" }).click();
    await loginShown(page);
    await app.close();
  });
});

test("a second start shows the first till instead of opening another", async ({ shop }) => {
  const till = await launchTill({ dataDir: shop.dataDir });
  await loginShown(till.cashier);
  await till.app.evaluate(({ app }) => {
    const seen = new Promise<void>((resolve) => app.once("second-instance", () => resolve()));
    Object.assign(globalThis, { seen });
  });
  const runtime = await electronRuntime({ root: ROOT, say: () => undefined });
  const second = spawn(
    runtime.executable,
    [...runtime.switches, ROOT, `--data-dir=${shop.dataDir}`],
    { stdio: "ignore" },
  );
  const [code] = await once(second, "exit");
  expect(code).toBe(0);
  await till.app.evaluate(() => (globalThis as unknown as { seen: Promise<void> }).seen);
  expect(till.app.windows()).toHaveLength(2);
  await till.close();
});

test("closing the cashier's window ends every process of the till", async ({ shop }) => {
  const till = await launchTill({ dataDir: shop.dataDir });
  await loginShown(till.cashier);
  const core = await coreProcessId(till.app);
  const shell = till.app.process();
  const ended = once(shell, "exit");
  await till.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((one) => one.isFocusable())
      ?.close();
  });
  await ended;
  expect(() => process.kill(core, 0)).toThrow("ESRCH");
});
