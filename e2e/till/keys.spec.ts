import { expect, type Locator, type Page } from "@playwright/test";
import { cartLines, storedStrip } from "../support/cashier-page.ts";
import { test } from "../support/selling.ts";
import { storedSales } from "../support/till-file.ts";

/** Two taps of one finger at one place, whatever the first one brings there. */
async function doubleTap(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (box === null) throw new Error("nothing there to tap");
  await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2, { delay: 30 });
}

test("a double tap pays nothing that was not touched on purpose", async ({ till, shop }) => {
  const { cashier } = till;
  await cashier.getByRole("gridcell").getByRole("button").first().click();
  await expect(cartLines(cashier)).toHaveCount(1);
  await doubleTap(cashier, cashier.getByRole("button", { name: "Bayar" }));
  await expect(cashier.getByRole("dialog", { name: "Pembayaran" })).toBeVisible();
  expect(storedSales(shop.dataDir)).toEqual([]);
  await doubleTap(cashier, cashier.getByRole("button", { name: "Rp100.000" }));
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
  await expect(cartLines(cashier)).toHaveCount(0);
  expect(storedSales(shop.dataDir)).toMatchObject([{ buyer_kind: "PUBLIC" }]);
});
