import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../support/axe.ts";
import { approve, cartLines, storedStrip, tenderByKeys } from "../support/cashier-page.ts";
import { firstOf, test } from "../support/selling.ts";
import { entryBodies, storedSales } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

const SHOTS = process.env["TRAINING_SHOTS"];

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

test("a cashier trains plainly for all to see, and the open sale comes back", async ({
  till,
  shop,
  printer,
}) => {
  const { cashier, display } = till;
  const [product, other] = shop.products;
  await scanWithWedge(cashier, firstOf(shop.products).barcode);
  await expect(cartLines(cashier)).toHaveCount(1);
  await cashier.keyboard.press("Control+,");
  await shot(cashier, "settings");
  await cashier.getByRole("button", { name: "Mulai latihan" }).click();
  await approve(cashier, shop.cashiers[1]?.pin ?? "");
  const banner = cashier.getByRole("region", { name: "Mode latihan" });
  await expect(banner).toContainText("Tidak ada penjualan sungguhan");
  await expect(display.getByText("Jangan membayar di kasir ini")).toBeVisible();
  await expect(cartLines(cashier)).toHaveCount(0);
  await expectAccessible(cashier, "training");
  await shot(display, "display-idle");
  const before = printer.jobs().length;
  await scanWithWedge(cashier, other?.barcode ?? "");
  await cashier.keyboard.press("F6");
  await shot(cashier, "cart");
  await shot(display, "display-cart");
  await tenderByKeys(cashier, "1000000");
  await shot(cashier, "pay");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("LATIHAN");
  const printed = () => Buffer.concat(printer.jobs().slice(before)).toString("latin1");
  await expect.poll(printed).toContain("BUKAN STRUK PENJUALAN");
  await shot(cashier, "paid");
  await shot(display, "display-thanks");
  await banner.getByRole("button", { name: "Akhiri latihan" }).click();
  await expect(banner).toBeHidden();
  await expect(cartLines(cashier)).toHaveCount(1);
  await expect(cartLines(cashier)).toContainText(product?.name ?? "");
  expect(storedSales(shop.dataDir)).toEqual([]);
  expect(entryBodies(shop.dataDir, "TRAINING")).toHaveLength(1);
});
