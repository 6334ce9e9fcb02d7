import { expect } from "@playwright/test";
import { complaintsOf, openBrowser } from "../centre-pages/browser.ts";
import {
  logIn,
  openShift,
  storedStrip,
  tenderByKeys,
  touchProduct,
} from "../support/cashier-page.ts";
import { startBrowserTill } from "./browser-till.ts";
import { test } from "./till-folder.ts";

test("the windows sell in the current Chromium too", async ({ shop }) => {
  const [cashierPerson] = shop.cashiers;
  const [product] = shop.products;
  if (cashierPerson === undefined || product === undefined) throw new Error("an empty shop");
  const till = await startBrowserTill(shop.dataDir);
  const browser = await openBrowser();
  expect(Number(browser.version().split(".")[0])).toBeGreaterThan(130);
  const cashier = await till.open(browser, "cashier");
  const display = await till.open(browser, "display");
  const complaints = [complaintsOf(cashier), complaintsOf(display)];

  await logIn(cashier, cashierPerson);
  await openShift(cashier, "200000");
  await touchProduct(cashier, product.name);
  await expect(display.getByText(product.name)).toBeVisible();
  await cashier.getByRole("button", { name: "Umum" }).click();
  await tenderByKeys(cashier, "1000000");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toBeVisible();

  expect(complaints).toEqual([[], []]);
  await browser.close();
  await till.stop();
});
