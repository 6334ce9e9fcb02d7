import { expect } from "@playwright/test";
import {
  cartLines,
  logIn,
  storedStrip,
  tenderByKeys,
  tillStatus,
} from "../support/cashier-page.ts";
import { firstOf, startShift, test } from "../support/selling.ts";
import { storedSales } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

test("section 9 row 4, a restart while offline is a black screen: the till opens, shows its cart and sells", async ({
  shop,
  open,
}) => {
  const { barcode } = firstOf(shop.products);
  const before = await open({ dataDir: shop.dataDir });
  await startShift(before, shop);
  await scanWithWedge(before.cashier, barcode);
  await expect(cartLines(before.cashier)).toHaveCount(1);
  await before.close();
  const { cashier, display } = await open({ dataDir: shop.dataDir });
  await logIn(cashier, firstOf(shop.cashiers));
  await expect(cartLines(cashier)).toHaveCount(1);
  await expect(display.getByText("Belanja Anda")).toBeVisible();
  await expect(tillStatus(cashier)).toContainText(/luring|belum terkirim/i);
  await cashier.keyboard.press("F6");
  await tenderByKeys(cashier, "50000");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
  expect(storedSales(shop.dataDir)).toHaveLength(1);
});
