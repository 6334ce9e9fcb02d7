import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../support/axe.ts";
import {
  cartLines,
  logIn,
  openShift,
  storedStrip,
  tenderByKeys,
  tillStatus,
} from "../support/cashier-page.ts";
import { firstOf, startShift, test } from "../support/selling.ts";
import { changeTillFile, storedSales } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

const SHOTS = process.env["OFFLINE_SHOTS"];

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

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

test("a file that came back from its backup sells on without the centre, by a supervisor's PIN", async ({
  shop,
  open,
}) => {
  const [own, supervisor] = shop.cashiers;
  changeTillFile(
    shop.dataDir,
    `INSERT INTO setting (name, value)
     VALUES ('restoredFrom', '${Date.now()}'), ('spareTillCode', '"98"')`,
  );
  const { cashier } = await open({ dataDir: shop.dataDir });
  await expectAccessible(cashier, "restored");
  await shot(cashier, "restored");
  await cashier.getByRole("button", { name: /Lanjut jualan sekarang/ }).click();
  const supervisors = cashier.getByRole("radiogroup", { name: "Penyelia" });
  await expect(supervisors.getByRole("radio")).toHaveCount(1);
  await expect(supervisors).not.toContainText(own?.name ?? "");
  await expectAccessible(cashier, "going on without the centre");
  await shot(cashier, "supervisor");
  await logIn(cashier, supervisor ?? firstOf(shop.cashiers));
  await expect(cashier.getByText("Kasir pengganti, belum dikenali pusat")).toBeVisible();
  await shot(cashier, "went-on");
  await openShift(cashier, "100000");
  await scanWithWedge(cashier, firstOf(shop.products).barcode);
  await cashier.keyboard.press("F6");
  await tenderByKeys(cashier, "50000");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
  expect(firstOf(storedSales(shop.dataDir)).number).toMatch(/^KB-98-\d{6}-000001$/);
});
