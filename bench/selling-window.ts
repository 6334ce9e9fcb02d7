import type { Page } from "@playwright/test";
import { prepareTill, type PreparedTill } from "../electron/core/testing/prepare-till.ts";
import { temporaryFolder } from "../electron/core/testing/test-core.ts";
import { launchTill, type TillApp } from "../e2e/support/till-app.ts";
import { withDisplay } from "./real-electron.ts";

/** A real till with its shift open, on a file of the wanted size. */
export type SellingWindow = {
  readonly app: TillApp;
  readonly page: Page;
  readonly till: PreparedTill;
  readonly close: () => Promise<void>;
};

/** Opens it with so many people and products; the centre is away and no printer is set. */
export async function openSellingWindow(wanted: {
  readonly people: number;
  readonly products: number;
}): Promise<SellingWindow> {
  const display = await withDisplay();
  process.env["DISPLAY"] = display.name;
  const folder = temporaryFolder();
  const till = await prepareTill(folder.path, wanted);
  const app = await launchTill({ dataDir: folder.path });
  const page = app.cashier;
  await watchKeys(page);
  await openShop(page, till);
  return {
    app,
    page,
    till,
    close: async () => {
      await app.close();
      await display.stop();
      folder.remove();
    },
  };
}

/** What a page is waited for: a part that says something, or another part in a part's place. */
export type Painted =
  | { readonly selector: string; readonly includes: string }
  | { readonly selector: string; readonly replaced: true };

/**
 * Milliseconds from the last key's own time until the frame after the page is as wanted. Start it
 * before the key is pressed; the page itself takes the time.
 */
export function paintedAfterKey(page: Page, wanted: Painted): Promise<number> {
  return page.evaluate(
    (painted) =>
      new Promise<number>((resolve) => {
        const before = document.querySelector(painted.selector);
        const stands = (): boolean => {
          const part = document.querySelector(painted.selector);
          if ("replaced" in painted) return part !== null && part !== before;
          return part?.textContent?.includes(painted.includes) === true;
        };
        const observer = new MutationObserver(() => {
          if (!stands()) return;
          observer.disconnect();
          requestAnimationFrame(() =>
            setTimeout(() =>
              resolve(performance.now() - Number(document.documentElement.dataset["pressedAt"])),
            ),
          );
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    wanted,
  );
}

/** Notes when a key was pressed, before the page's own capture of scanners swallows it. */
async function watchKeys(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const note = (event: KeyboardEvent): void => {
      document.documentElement.dataset["pressedAt"] = String(event.timeStamp);
    };
    window.addEventListener("keydown", note, { capture: true });
  });
  await page.reload();
  await page.locator('html[data-phase="LOCKED"]').waitFor();
}

async function openShop(page: Page, till: PreparedTill): Promise<void> {
  const [cashier] = till.cashiers;
  if (cashier === undefined) throw new RangeError("no cashier");
  await page.getByRole("radio", { name: cashier.name }).first().click();
  await page.keyboard.type(cashier.pin);
  await page.locator('html[data-phase="NO_SHIFT"]').waitFor();
  await page.keyboard.type("200000");
  await page.keyboard.press("Enter");
  await page.locator('html[data-phase="SELLING"]').waitFor();
  await page.locator("#barang button").first().waitFor();
}
