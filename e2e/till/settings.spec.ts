import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../support/axe.ts";
import { cartLines, logIn, typeByHand } from "../support/cashier-page.ts";
import { firstOf, startShift, test } from "../support/selling.ts";
import { entryBodies } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

const SHOTS = process.env["SETTINGS_SHOTS"];

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

test("the language changes at once on both screens, and the open sale stays", async ({
  shop,
  open,
}) => {
  const till = await open({ dataDir: shop.dataDir });
  const { cashier, display } = till;
  await startShift(till, shop);
  await scanWithWedge(cashier, firstOf(shop.products).barcode);
  await expect(cartLines(cashier)).toHaveCount(1);
  await cashier.keyboard.press("Control+,");
  const settings = cashier.getByRole("dialog", { name: "Setelan" });
  await expectAccessible(cashier, "settings");
  await shot(cashier, "settings");
  await settings.getByRole("radio", { name: "English" }).click();
  const english = cashier.getByRole("dialog", { name: "Settings" });
  await english.waitFor();
  await expect(cashier.locator("html")).toHaveAttribute("lang", "en");
  await expect(display.locator("html")).toHaveAttribute("lang", "en");
  await english.getByRole("radio", { name: "Large", exact: true }).click();
  await expect(cashier.locator("html")).toHaveAttribute("data-text", "large");
  await expectAccessible(cashier, "settings, English, large");
  await shot(cashier, "settings-en-large");
  await english.getByRole("radio", { name: "Indonesia" }).click();
  await settings.getByRole("radio", { name: "Biasa", exact: true }).click();
  await cashier.keyboard.press("Escape");
  await expect(settings).toBeHidden();
  await expect(cartLines(cashier)).toHaveCount(1);
});

test("a cashier changes a rule with a supervisor's PIN, a supervisor by own right", async ({
  shop,
  open,
}) => {
  const till = await open({ dataDir: shop.dataDir });
  const { cashier } = till;
  await startShift(till, shop);
  await cashier.keyboard.press("Control+,");
  const settings = cashier.getByRole("dialog", { name: "Setelan" });
  await settings.getByRole("radio", { name: "15%" }).click();
  const approval = cashier.getByRole("dialog", { name: "Setujui perubahan pengaturan" });
  await approval.getByLabel("PIN", { exact: true }).focus();
  await shot(cashier, "approval");
  const [, supervisor] = shop.cashiers;
  await typeByHand(cashier, supervisor?.pin ?? "");
  await expect(approval).toBeHidden();
  await expect(settings.getByRole("radio", { name: "15%" })).toBeChecked();

  await cashier.keyboard.press("Escape");
  await cashier.keyboard.press("Control+L");
  await logIn(cashier, supervisor ?? firstOf(shop.cashiers));
  await cashier.getByRole("button", { name: "Setelan" }).click();
  const idleLock = settings.getByRole("group", { name: "Layar terkunci sendiri" });
  await idleLock.getByRole("radio", { name: "10 menit" }).click();
  await expect(idleLock.getByRole("radio", { name: "10 menit" })).toBeChecked();
  await expect(settings.getByRole("radio", { name: "15%" })).toBeChecked();
  await settings.getByRole("button", { name: "Urungkan" }).click();
  await expect(idleLock.getByRole("radio", { name: "5 menit", exact: true })).toBeChecked();
  expect(entryBodies(shop.dataDir, "SETTING_CHANGED")).toMatchObject([
    { name: "DISCOUNT_LIMIT", value: 1_500 },
    { name: "IDLE_LOCK", value: 10 },
    { name: "IDLE_LOCK", value: 5 },
  ]);

  await settings.getByRole("button", { name: "Ganti kunci" }).click();
  await expect(settings.getByText("Kunci sudah diganti")).toBeVisible();
  await shot(cashier, "key-changed");
  expect(entryBodies(shop.dataDir, "KEY_CHANGED")).toHaveLength(1);
});
