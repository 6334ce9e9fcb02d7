import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { prepareTill, type PreparedTill } from "../electron/core/testing/prepare-till.ts";
import { temporaryFolder } from "../electron/core/testing/test-core.ts";
import { launchTill, type TillApp } from "../e2e/support/till-app.ts";
import { withDisplay } from "./real-electron.ts";

/** What the bars are given for: a whole regency's people, and more goods than any gallery has. */
export const SHOP = { people: 15_000, products: 100_000 } as const;
const LIMIT_MS = 10_000;

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

/**
 * Milliseconds from the last key's own time until the frame after a part of the page says what is
 * wanted. Start it before the key is pressed; the page itself takes the time.
 */
export function paintedAfterKey(
  page: Page,
  wanted: { readonly selector: string; readonly includes: string },
): Promise<number> {
  return inTime(
    page.evaluate(
      ({ selector, includes }) =>
        new Promise<number>((resolve) => {
          const observer = new MutationObserver(() => {
            const part = document.querySelector(selector);
            if (part?.textContent?.includes(includes) !== true) return;
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(() => resolve(window.sinceKeyMs())));
          });
          observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        }),
      wanted,
    ),
    wanted.includes,
  );
}

/**
 * Milliseconds from the last key's own time until the window knows a payment to be durable: until it
 * forgets the payment it remembered for the case that the answer is lost. Start it before the key.
 */
export function toldPaidAfterKey(page: Page): Promise<number> {
  const told = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        window.onForgotten = () => resolve(window.sinceKeyMs());
      }),
  );
  return inTime(told, "the payment's answer");
}

/** A code that a stumbling machine tore apart is never shown: better an end than to wait for ever. */
async function inTime(moment: Promise<number>, what: string): Promise<number> {
  const limit = new AbortController();
  const late = pause(LIMIT_MS, undefined, { signal: limit.signal }).then(() => {
    throw new Error(`not within ${LIMIT_MS} ms: ${what}`);
  });
  try {
    return await Promise.race([moment, late]);
  } finally {
    limit.abort();
    late.catch(() => undefined);
  }
}

declare global {
  interface Window {
    sinceKeyMs: () => number;
    onForgotten: () => void;
  }
}

/** Notes when a key was pressed, before the page's own capture of scanners swallows it. */
async function watchKeys(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let pressedAt = 0;
    const note = (event: KeyboardEvent): void => {
      pressedAt = event.timeStamp;
    };
    window.addEventListener("keydown", note, { capture: true });
    window.sinceKeyMs = () => performance.now() - pressedAt;
    window.onForgotten = () => undefined;
    const forget = Reflect.get(Storage.prototype, "removeItem");
    Storage.prototype.removeItem = function told(key) {
      window.onForgotten();
      forget.call(this, key);
    };
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
