import { join } from "node:path";
import { expect } from "@playwright/test";
import { expectAccessible } from "../support/axe.ts";
import { buyerPanel, cartLines, storedStrip, tenderByKeys } from "../support/cashier-page.ts";
import { firstOf, test } from "../support/selling.ts";
import { scanWithWedge } from "../support/wedge.ts";

test("axe finds nothing on the screens before selling", async ({ shop, open }) => {
  const fresh = await open({ dataDir: join(shop.dataDir, "baru") });
  await fresh.cashier.getByLabel("Kode pendaftaran").waitFor();
  await expectAccessible(fresh.cashier, "enrolment");
  await fresh.close();
  const till = await open({ dataDir: shop.dataDir });
  await till.cashier.getByRole("heading", { name: "Siapa yang bertugas?" }).waitFor();
  await expectAccessible(till.cashier, "login");
  await till.cashier.getByRole("radio", { name: firstOf(shop.cashiers).name }).click();
  await till.cashier.getByLabel("PIN", { exact: true }).focus();
  await till.cashier.keyboard.type(firstOf(shop.cashiers).pin, { delay: 110 });
  await till.cashier.getByLabel("Uang modal").waitFor();
  await expectAccessible(till.cashier, "open shift");
  await till.display.getByRole("heading", { name: /Galeri Dekranasda/ }).waitFor();
  await expectAccessible(till.display, "display, idle");
});

test("axe finds nothing while selling, on both windows", async ({ till, shop }) => {
  const { cashier, display } = till;
  await expectAccessible(cashier, "selling, empty");
  await scanWithWedge(cashier, firstOf(shop.products).barcode);
  await scanWithWedge(cashier, shop.cardOf(firstOf(shop.people)));
  await expect(cartLines(cashier)).toHaveCount(1);
  await expect(buyerPanel(cashier)).toContainText(firstOf(shop.people).name);
  await expectAccessible(cashier, "selling, with a cart");
  await display.getByText("Belanja Anda").waitFor();
  await expectAccessible(display, "display, cart");
  await tenderByKeys(cashier, "200000");
  await expectAccessible(cashier, "pay sheet");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("Struk tercetak");
  await expectAccessible(cashier, "stored");
  await expectAccessible(display, "display, thanks");
});

test("axe finds nothing on any dialog", async ({ till, shop }) => {
  const { cashier } = till;
  await scanWithWedge(cashier, "3513010101900001");
  await cashier.getByRole("alert").waitFor();
  await expectAccessible(cashier, "a refused scan");
  await scanWithWedge(cashier, firstOf(shop.products).barcode);
  await expect(cartLines(cashier)).toHaveCount(1);
  for (const key of ["F1", "F3", "F4", "F8", "F10", "Control+Delete"]) {
    await cashier.keyboard.press(key);
    const dialog = cashier.locator("dialog[open]");
    await dialog.waitFor();
    await expectAccessible(cashier, `dialog of ${key}`);
    await cashier.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }
});
