/// <reference lib="dom" />
import { expect, type Locator, type Page } from "@playwright/test";
import { cartLines, cartTotal, storedStrip, typeByHand } from "../support/cashier-page.ts";
import { firstOf, test } from "../support/selling.ts";
import { storedSales } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

/** Two taps of one finger at one place, whatever the first one brings there. */
async function doubleTap(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (box === null) throw new Error("nothing there to tap");
  await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2, { delay: 30 });
}

/** Keys that all come before the page can draw what the first of them did. */
async function pressInOneBreath(page: Page, keys: readonly string[]): Promise<void> {
  await page.evaluate((pressed) => {
    const target = document.activeElement ?? document.body;
    for (const key of pressed) {
      target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    }
  }, keys);
}

function paySheet(page: Page): Locator {
  return page.getByRole("dialog", { name: "Pembayaran" });
}

test("a double tap pays nothing that was not touched on purpose", async ({ till, shop }) => {
  const { cashier } = till;
  await cashier.getByRole("gridcell").getByRole("button").first().click();
  await expect(cartLines(cashier)).toHaveCount(1);
  await doubleTap(cashier, cashier.getByRole("button", { name: "Bayar" }));
  await expect(paySheet(cashier)).toBeVisible();
  expect(storedSales(shop.dataDir)).toEqual([]);
  await doubleTap(cashier, cashier.getByRole("button", { name: "Rp100.000" }));
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
  await expect(cartLines(cashier)).toHaveCount(0);
  expect(storedSales(shop.dataDir)).toMatchObject([{ buyer_kind: "PUBLIC" }]);
});

test("each press counts once, and for what the cashier sees", async ({ till, shop }) => {
  const { cashier } = till;
  const { barcode } = firstOf(shop.products);
  await scanWithWedge(cashier, barcode);
  await expect(cartTotal(cashier)).toHaveText("Rp10.000");
  await cashier.keyboard.press("F6");
  await pressInOneBreath(cashier, ["+", "+", "+"]);
  await expect(cartTotal(cashier)).toHaveText("Rp40.000");
  await pressInOneBreath(cashier, ["-", "-", "-", "-", "-"]);
  await expect(cartTotal(cashier)).toHaveText("Rp10.000");

  await pressInOneBreath(cashier, ["F9", "F7", "Delete"]);
  await expect(paySheet(cashier)).toBeVisible();
  await pressInOneBreath(cashier, ["Escape", "F9"]);
  await expect(paySheet(cashier)).toBeVisible();
  await cashier.keyboard.press("Escape");
  await expect(cartLines(cashier)).toHaveCount(1);

  await cashier.keyboard.press("Control+E");
  await typeByHand(cashier, "titip");
  await Promise.all([cashier.keyboard.press("Enter"), cashier.keyboard.press("F9")]);
  await expect(paySheet(cashier)).toBeVisible();
});
